using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Storage;

public sealed class PayoutSearchTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_typed_is_no_search(string? typed) => Assert.Null(PayoutSearch.TryParse(typed));

    [Theory]
    [InlineData("4671593866478252", "467159-XX-XXXX-8252")]
    [InlineData(" 4671 5938 6647 8252 ", "467159-XX-XXXX-8252")]
    [InlineData("order-4671593866478252", "order-467159-XX-XXXX-8252")]
    [InlineData("order-1", "order-1")]
    public void A_card_number_is_looked_for_by_its_mask(string typed, string text) => Assert.Equal(text, PayoutSearch.TryParse(typed)!.Text);

    [Fact]
    public void What_means_something_to_the_store_is_taken_as_it_is() => Assert.Equal(@"%50\%\_\\%", PayoutSearch.TryParse(@"50%_\")!.Order);

    [Theory]
    [InlineData("1768467600000-3-4963922019", true)]
    [InlineData("1-2", false)]
    [InlineData("1-2-3-4", false)]
    [InlineData("-1-2", false)]
    [InlineData("a-b-c", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_cursor_is_three_numbers(string? text, bool isOne)
    {
        var cursor = PayoutCursor.TryParse(text);
        Assert.Equal(isOne ? text : null, cursor?.ToString());
    }
}
