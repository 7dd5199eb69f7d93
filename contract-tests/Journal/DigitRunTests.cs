using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Journal;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Journal;

public sealed class DigitRunTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("123456789012", false)]
    [InlineData("1234567890123", true)]
    [InlineData("1234-5678 9012 3", true)]
    [InlineData("2026-11-24T00:58:27+00:00", false)]
    [InlineData("f9702da852e1ea9d512144d6ffc73f4b", false)]
    [InlineData("payment 4963922019 and 4963922020", false)]
    public void Thirteen_digits_in_a_row_are_seen(string text, bool isIn) => Assert.Equal(isIn, DigitRun.IsIn(text, 13));

    [Fact]
    public void None_hides_between_the_steps() => FixedSeed.ForAll(
        Gen.Elements('1', '2', '3', '4', '5', '6', '7', '8', ' ', '-', 'x').ListOf().Resize(120).Select(text => string.Concat(text)),
        text => Assert.Equal(
            text.Split('x').Any(run => run.Count(char.IsAsciiDigit) >= 13),
            DigitRun.IsIn(text, 13)));
}
