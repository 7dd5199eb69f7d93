using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class CardEndpointTests : SandboxTest
{
    [Fact]
    [Proves("M-9")]
    public async Task A_card_is_saved_and_shown_masked()
    {
        var saved = await SaveAsync("""{"pan": "4671 5938 6647 8252", "userId": "user-1"}""");

        saved.Is(201);
        Assert.Equal(("467159-XX-XXXX-8252", "user-1"), (saved.Said("card"), saved.Said("userId")));
        Assert.True(Guid.TryParseExact(saved.Said("token"), "D", out _));
    }

    [Fact]
    [Proves("M-9")]
    public async Task The_same_card_of_the_same_user_keeps_its_token_until_a_reset()
    {
        var first = await TokenAsync("4671593866478252", "user-1");

        Assert.Equal(first, await TokenAsync("4671593866478252", "user-1"));
        Assert.False(first == await TokenAsync("4671593866478252", "user-2"));
        Assert.False(first == await TokenAsync("5507841999732294", "user-1"));
        (await Sandbox.PostAsync("/merchants/9970/reset")).Is(200);
        Assert.Equal("1999", (await Sandbox.CallAsync(FamilyCall.ToToken(first))).Outcome);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"pan": 4671593866478252, "userId": "user-1"}""")]
    [InlineData("""{"pan": "4671593866478251", "userId": "user-1"}""")]
    [InlineData("""{"pan": "467159386647", "userId": "user-1"}""")]
    [InlineData("""{"pan": "4671593866478252"}""")]
    [InlineData("""{"pan": "4671593866478252", "userId": "with space"}""")]
    [InlineData("""{"pan": "4671593866478252", "userId": "4671593866478252"}""")]
    [InlineData("""{"pan": "4671593866478252", "userId": "user-1", "name": "Ivan"}""")]
    public async Task What_is_wrong_is_said_without_the_number(string body)
    {
        var refused = (await SaveAsync(body)).Is(400);

        Assert.DoesNotContain("467159386647", refused.Text, StringComparison.Ordinal);
        Assert.NotEqual(0, refused["errors"].GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_merchant_has_no_cards() =>
        (await Sandbox.PostAsync("/merchants/1/cards", """{"pan": "4671593866478252", "userId": "user-1"}""")).Is(404);

    private Task<AdminAnswer> SaveAsync(string body) => Sandbox.PostAsync("/merchants/9970/cards", body);

    private async Task<string> TokenAsync(string card, string user) =>
        (await SaveAsync($$"""{"pan": "{{card}}", "userId": "{{user}}"}""")).Is(201).Said("token");
}
