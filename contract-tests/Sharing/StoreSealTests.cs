using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.ContractTests.Sharing;

public sealed class StoreSealTests
{
    private readonly SecretProtector _seal = new(new MerchantSecrets("payout", "receive"));

    [Theory]
    [InlineData("")]
    [InlineData("Секрет \0 😀")]
    public void What_was_sealed_opens_where_it_belongs(string text)
    {
        var closed = _seal.Close(text, "merchant 1");

        Assert.Equal(text, _seal.Open(closed, "merchant 1"));
        Assert.Equal(text, new SecretProtector(new MerchantSecrets("payout", "another")).Open(closed, "merchant 1"));
        Assert.Null(_seal.Open(closed, "merchant 2"));
        Assert.Null(new SecretProtector(new MerchantSecrets("other", "receive")).Open(closed, "merchant 1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("no base64")]
    public void What_is_no_seal_does_not_open(string closed) => Assert.Null(_seal.Open(closed, "merchant 1"));

    [Fact]
    public void A_seal_that_was_tampered_with_does_not_open()
    {
        var closed = Convert.FromBase64String(_seal.Close("text", "merchant 1"));
        for (var i = 0; i < closed.Length; i++)
        {
            closed[i] ^= 1;
            Assert.Null(_seal.Open(Convert.ToBase64String(closed), "merchant 1"));
            closed[i] ^= 1;
        }
    }

    [Fact]
    public void Different_texts_and_places_have_different_nonces() => Assert.Equal(
        4,
        new[] { _seal.Close("a", "b"), _seal.Close("a", "c"), _seal.Close("c", "b"), _seal.Close("", "ab") }.Select(closed => closed[..16]).Distinct(StringComparer.Ordinal).Count());
}
