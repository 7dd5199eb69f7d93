using FreedomPaySandbox.Emulator.Payouts.Bank;

namespace FreedomPaySandbox.ContractTests.Bank;

public sealed class BikTests
{
    [Theory]
    [InlineData("HSBKKZKX", true)]
    [InlineData("DEUTDEFF", true)]
    [InlineData("DEUTDEFF500", true)]
    [InlineData("ABCDKZ00X0Y", true)]
    [InlineData("KZZSAE", false)]
    [InlineData("123456", false)]
    [InlineData("HSB1KZKX", false)]
    [InlineData("HSBK1ZKX", false)]
    [InlineData("HSBKK2KX", false)]
    [InlineData("12345678901", false)]
    public void The_shape_is_that_of_a_BIC(string text, bool right)
    {
        var bik = Bik.TryParse(text);
        Assert.Equal(text, bik?.ToString());
        Assert.Equal(right, bik?.HasValidShape);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("HSBKK")]
    [InlineData("HSBKKZK")]
    [InlineData("HSBKKZKX5")]
    [InlineData("HSBKKZKX50")]
    [InlineData("HSBKKZKX5001")]
    [InlineData("hsbkkzkx")]
    [InlineData("HSBKKZK ")]
    [InlineData("HSBK-KZK")]
    [InlineData("НSBKKZKX")]
    public void Anything_but_6_8_or_11_letters_and_digits_is_none(string? text) => Assert.Null(Bik.TryParse(text));
}
