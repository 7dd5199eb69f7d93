using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Sharing;

public sealed class StoreNewsTests
{
    [Fact]
    public void News_come_out_of_their_text_as_they_went_in()
    {
        foreach (var kind in Enum.GetValues<StoreChangeKind>())
        {
            var news = new StoreChange(kind, long.MaxValue, int.MaxValue, 17);
            Assert.Equal(news, StoreChange.TryParse($"{news}"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("merchant")]
    [InlineData("merchant 1 2 3 4")]
    [InlineData("merchant x 2 3")]
    [InlineData("weather 1 2 3")]
    public void What_is_none_of_ours_is_none(string text) => Assert.Null(StoreChange.TryParse(text));
}
