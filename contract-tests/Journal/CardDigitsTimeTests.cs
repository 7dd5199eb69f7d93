using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.ContractTests.Journal;

[Collection(MeasuredAlone.Name)]
public sealed class CardDigitsTimeTests
{
    [Fact]
    public void A_text_of_the_greatest_length_costs_no_more_than_its_length()
    {
        foreach (var filling in new[] { "4", "4 ", "41111111111111111 ", "%34", "٤", "4671593866478252", "--------1" })
        {
            var text = string.Concat(Enumerable.Repeat(filling, 2048 / filling.Length));
            var started = TimeProvider.System.GetTimestamp();
            CardDigits.Hide(text);
            Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }
    }
}
