using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>Cards that a test saves, and payouts that go to no card, asked of an admin API that a test plays.</summary>
public sealed class SandboxCardsTests
{
    private const string Cards = "/__admin/merchants/9970/cards";

    [Fact]
    public async Task A_card_is_saved_and_its_token_told()
    {
        await using var admin = await StubAdmin.StartAsync(Cards, 201, """{ "token": "5e02a7c8-4e5d-4b57-a4a1-4a8b0a7c9f10" }""");
        await using var sandbox = await Sandbox.ConnectAsync(new Uri(admin.Address));
        var merchant = await sandbox.GetMerchantAsync(9970);

        Assert.Equal("5e02a7c8-4e5d-4b57-a4a1-4a8b0a7c9f10", await merchant.Cards.SaveAsync(PayoutCall.Success, "user-1"));

        Assert.Equal(
            $$"""POST {{Cards}} application/json {"pan":"{{PayoutCall.Success}}","userId":"user-1"}""", Assert.Single(admin.Calls), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_told_without_the_card()
    {
        await using var admin = await StubAdmin.StartAsync(
            Cards, 400, $$"""{ "status": 400, "title": "Bad Request", "detail": "{{PayoutCall.Success}} is refused.", "errors": ["pan: wrong"] }""");
        await using var sandbox = await Sandbox.ConnectAsync(new Uri(admin.Address));
        var merchant = await sandbox.GetMerchantAsync(9970);

        var fault = await Assert.ThrowsAsync<SandboxException>(() => merchant.Cards.SaveAsync(PayoutCall.Success, "user-1"));
        Assert.Equal((400, "pan: wrong"), (fault.Status, Assert.Single(fault.Errors)));
        Assert.DoesNotContain(PayoutCall.Success, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""  "method": "to_iban", "card": null  """, "to_iban", null)]
    [InlineData("""  "method": "reg2nonreg", "description": "d"  """, "reg2nonreg", null)]
    [InlineData("""  "card": "467159-XX-XXXX-8252", "postLink": "http://site.kz", "new": 1  """, "p2p2nonreg", "467159-XX-XXXX-8252")]
    public async Task A_payout_names_its_method_and_may_go_to_no_card(string fields, string method, string? card)
    {
        await using var admin = await StubAdmin.StartAsync("/__admin/payouts", 200, $$"""
            { "payouts": [{
                "id": 1, "merchantId": 9970, "orderId": "1", "status": "ok", "amount": 1, "commission": 0, "currency": "KZT", "reference": "R",
                "createdAt": "2026-01-15T09:00:00Z", "settlesAt": "2026-01-15T09:00:00Z", "balanceAfter": 1, {{fields}}
            }] }
            """);
        await using var sandbox = await Sandbox.ConnectAsync(new Uri(admin.Address));
        var payout = Assert.Single(await sandbox.Payouts.FindAsync());
        Assert.Equal((method, card), (payout.Method, payout.Card));
    }
}
