using System.Net;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>Cards that a test saves, asked of an admin API that a test plays.</summary>
public sealed class SandboxCardsTests
{
    private const string Health = """{ "status": "ok", "version": "0.1.0" }""";
    private const string Merchant = """{ "id": 9970, "balance": 1000 }""";

    [Fact]
    public async Task A_card_is_saved_and_its_token_told()
    {
        await using var admin = await MerchantEndpoint.StartAsync(
            Json(200, Health), Json(200, Merchant), Json(201, """{ "token": "5e02a7c8-4e5d-4b57-a4a1-4a8b0a7c9f10" }"""));
        await using var sandbox = await Sandbox.ConnectAsync(new Uri(admin.Address));
        var merchant = await sandbox.MerchantAsync(9970);

        Assert.Equal("5e02a7c8-4e5d-4b57-a4a1-4a8b0a7c9f10", await merchant.Cards.SaveAsync(PayoutCall.Success, "user-1"));

        var (_, _, saved) = (await admin.NextAsync(), await admin.NextAsync(), await admin.NextAsync());
        Assert.Equal(("POST", "/__admin/merchants/9970/cards", "application/json"), (saved.Method, saved.Target, saved.ContentType));
        Assert.Equal($$"""{"pan":"{{PayoutCall.Success}}","userId":"user-1"}""", saved.Body);
    }

    [Fact]
    public async Task A_refusal_is_told_without_the_card()
    {
        var problem = $$"""{ "status": 400, "title": "Bad Request", "detail": "{{PayoutCall.Success}} is refused.", "errors": ["pan: wrong"] }""";
        await using var admin = await MerchantEndpoint.StartAsync(
            Json(200, Health), Json(200, Merchant), Json(400, problem, "application/problem+json"), EndpointAnswers.Status((int)HttpStatusCode.NotFound));
        await using var sandbox = await Sandbox.ConnectAsync(new Uri(admin.Address));
        var merchant = await sandbox.MerchantAsync(9970);

        var fault = await Assert.ThrowsAsync<SandboxException>(() => merchant.Cards.SaveAsync(PayoutCall.Success, "user-1"));
        Assert.Equal((400, "pan: wrong"), (fault.Status, Assert.Single(fault.Errors)));
        Assert.DoesNotContain(PayoutCall.Success, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "payouts": [{ "id": 1, "merchantId": 9970, "orderId": "1", "method": "to_iban", "status": "ok", "amount": 1, "commission": 0, "currency": "KZT", "reference": "R", "createdAt": "2026-01-15T09:00:00Z", "settlesAt": "2026-01-15T09:00:00Z", "balanceAfter": 1, "card": null }] }""", "to_iban", null)]
    [InlineData("""{ "payouts": [{ "id": 1, "merchantId": 9970, "orderId": "1", "status": "ok", "amount": 1, "commission": 0, "currency": "KZT", "reference": "R", "createdAt": "2026-01-15T09:00:00Z", "settlesAt": "2026-01-15T09:00:00Z", "balanceAfter": 1, "card": "467159-XX-XXXX-8252", "description": "d", "postLink": "http://site.kz", "new": 1 }] }""", "p2p2nonreg", "467159-XX-XXXX-8252")]
    public async Task A_payout_names_its_method_and_may_go_to_no_card(string page, string method, string? card)
    {
        await using var admin = await MerchantEndpoint.StartAsync(Json(200, Health), Json(200, page));
        await using var sandbox = await Sandbox.ConnectAsync(new Uri(admin.Address));
        var payout = Assert.Single(await sandbox.Payouts.FindAsync());
        Assert.Equal((method, card), (payout.Method, payout.Card));
    }

    private static EndpointAnswer Json(int status, string json, string type = "application/json") => async context =>
    {
        context.Response.ContentType = type;
        await EndpointAnswers.Status(status, json)(context);
    };
}
