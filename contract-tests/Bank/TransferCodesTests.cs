using FreedomPaySandbox.Emulator.Payouts.Bank;

namespace FreedomPaySandbox.ContractTests.Bank;

public sealed class TransferCodesTests
{
    [Theory]
    [InlineData("19", true)]
    [InlineData("00", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("1", false)]
    [InlineData("191", false)]
    [InlineData("1A", false)]
    [InlineData(" 9", false)]
    [InlineData("١٩", false)]
    public void A_KBE_is_two_digits(string? text, bool right) => Assert.Equal(right, TransferCodes.IsKbe(text));

    [Theory]
    [InlineData("119", true)]
    [InlineData("000", true)]
    [InlineData(null, false)]
    [InlineData("11", false)]
    [InlineData("1190", false)]
    [InlineData("11O", false)]
    [InlineData("-11", false)]
    [InlineData("١١٩", false)]
    public void A_KNP_is_three_digits(string? text, bool right) => Assert.Equal(right, TransferCodes.IsKnp(text));
}
