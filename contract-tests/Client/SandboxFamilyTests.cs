using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>Client, sandbox and testing library together: what one sends, the other takes, and the third can play.</summary>
public sealed class SandboxFamilyTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset s_moment = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private readonly HttpClient _http = new();
    private Sandbox _sandbox = null!;
    private SandboxMerchant _merchant = null!;
    private PayoutClient _client = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await Sandbox.StartAsync();
        _merchant = await _sandbox.CreateMerchantAsync(new MerchantSettings { Clock = s_moment, Balance = 150_000.50m, Currency = "KZT" });
        _client = new PayoutClient(_http, GetOptions(_merchant.PayoutSecret));
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_card_is_saved_on_the_page_and_paid_to_by_its_token()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync();
        var page = Assert.IsType<PageOpened>(await _client.SaveCardAsync(Gateway.CardSaving with { PostLink = endpoint.Link("/saved") }));
        Assert.Equal(new PageRedirected(new Uri(Gateway.CardSaving.BackLink)), await _merchant.Pages.FillAsync(page.RedirectUrl, PayoutCall.Success));

        await _merchant.Clock.AdvanceAsync(TimeSpan.Zero);
        var received = await endpoint.NextAsync();
        var reader = new SavedCardCallbackReader(_merchant.Id, _merchant.ReceiveSecret);
        var saved = Assert.IsType<SavedCardCallback>(
            reader.Read(new Uri(endpoint.Link("/saved")), received.ContentType, System.Text.Encoding.UTF8.GetBytes(received.Body)));
        Assert.Equal((page.PaymentId, "user-1", "467159-XX-XXXX-8252"), (saved.PaymentId, saved.UserId, saved.CardMask));

        var payout = Gateway.TokenPayout with { CardToken = saved.CardToken, TimeLimit = s_moment.AddHours(1) };
        var made = Assert.IsType<PayoutAccepted>(await _client.PayToTokenAsync(payout));
        Assert.Equal((saved.CardMask, Amount.FromUnits(1000)), (made.CardMask, made.Amount));
        Assert.Equal(("reg2reg", saved.CardToken), ((await _merchant.Payouts.SingleAsync()).Method, (await _merchant.Payouts.SingleAsync()).CardToken));
    }

    [Fact]
    public async Task A_card_that_a_test_saved_is_paid_to_by_its_user_only_and_in_time_only()
    {
        var token = await _merchant.Cards.SaveAsync(PayoutCall.Success, "user-1");
        var payout = Gateway.TokenPayout with { CardToken = token, TimeLimit = s_moment.AddHours(1) };
        Assert.Equal(GatewayError.ModelNotFound, Assert.IsType<PayoutRefused>(await _client.PayToTokenAsync(payout with { OrderId = "1", UserId = "user-2" })).Code);
        Assert.Equal(
            GatewayError.TimeIsUp,
            Assert.IsType<PayoutRefused>(await _client.PayToTokenAsync(payout with { OrderId = "2", TimeLimit = s_moment.AddHours(-1) })).Code);
        Assert.IsType<PayoutAccepted>(await _client.PayToTokenAsync(payout));
    }

    [Fact]
    public async Task A_recipient_is_waited_for_and_paid()
    {
        var payout = Gateway.PagePayout with { TimeLimit = s_moment.AddHours(1) };
        var page = Assert.IsType<PageOpened>(await _client.OpenPageAsync(payout));
        Assert.True(Assert.IsType<PayoutStatusProcess>(await _client.GetOrderStatusAsync(payout.OrderId)).WaitsForRecipient);
        Assert.IsType<PayoutInProcess>(await _client.ResolveAsync(payout.OrderId));
        Assert.Null((await _merchant.Payouts.SingleAsync()).Card);

        Assert.IsType<PageRejectedCard>(await _merchant.Pages.FillAsync(page.RedirectUrl, "4671 5938"));
        Assert.Equal(new PageRedirected(new Uri(payout.BackLink)), await _merchant.Pages.FillAsync(page.RedirectUrl, PayoutCall.Success));
        Assert.Equal(410, Assert.IsType<PageNotice>(await _merchant.Pages.FillAsync(page.RedirectUrl, PayoutCall.Success)).Status);

        var status = Assert.IsType<PayoutStatusSuccess>(await _client.GetOrderStatusAsync(payout.OrderId));
        Assert.Equal((page.PaymentId, new DateTime(2026, 1, 15, 15, 0, 0, DateTimeKind.Unspecified)), (status.PaymentId, status.Created));
        Assert.Equal(new PayoutStatusSuccess(page.PaymentId, payout.OrderId), await _client.GetPaymentStatusAsync(payout.OrderId, page.PaymentId));
        Assert.Equal("reg2nonreg", (await _merchant.Payouts.SingleAsync()).Method);
    }

    [Fact]
    public async Task A_page_that_nobody_fills_fails_when_its_time_is_up()
    {
        var payout = Gateway.PagePayout with { TimeLimit = s_moment.AddHours(1) };
        var page = Assert.IsType<PageOpened>(await _client.OpenPageAsync(payout));
        await _merchant.Clock.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(GatewayError.TimeIsUp, Assert.IsType<PayoutRefused>(await _client.ResolveAsync(payout.OrderId)).Code);
        Assert.Equal(GatewayError.TimeIsUp, Assert.IsType<PayoutStatusError>(await _client.GetOrderStatusAsync(payout.OrderId)).FailureCode);
        Assert.Equal(410, Assert.IsType<PageNotice>(await _merchant.Pages.FillAsync(page.RedirectUrl, PayoutCall.Success)).Status);
    }

    [Fact]
    public async Task An_unknown_page_is_told() =>
        Assert.Equal(404, Assert.IsType<PageNotice>(await _merchant.Pages.FillAsync(new Uri(_sandbox.Address, "/pages/unknown"), PayoutCall.Success)).Status);

    [Fact]
    public async Task An_account_is_paid_to()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync();
        var made = Assert.IsType<PayoutAccepted>(await _client.PayToIbanAsync(Gateway.IbanPayout with { PostLink = endpoint.Link() }));
        Assert.Equal(new PayoutAccepted(made.PaymentId) { Amount = Amount.FromUnits(1000), Date = s_moment }, made);

        await _merchant.Clock.AdvanceAsync(TimeSpan.Zero);
        var received = await endpoint.NextAsync();
        var callback = Assert.IsType<Callback>(new CallbackReader(_merchant.Id, _merchant.PayoutSecret).Read(
            new Uri(endpoint.Link()), received.ContentType, System.Text.Encoding.UTF8.GetBytes(received.Body)));
        Assert.Equal((made.PaymentId, CallbackStatus.Ok, null), (callback.PaymentId, callback.Status, callback.CardMask));
        var payout = await _merchant.Payouts.SingleAsync();
        Assert.Equal(("to_iban", null, null), (payout.Method, payout.Card, payout.Description));
        Assert.EndsWith("3412", payout.Iban, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_balance_is_told()
    {
        Assert.Equal(new PayoutBalanceKnown(new Amount(15_000_050)) { Currency = "KZT" }, await _client.BalanceAsync());
        Assert.Equal(new PayoutBalanceKnown(new Amount(15_000_050)) { Currency = "KZT" }, await _client.BalanceAsync("KZT"));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.IsType<PayoutNotFound>(await _client.GetPaymentStatusAsync("none"));
        Assert.IsType<PayoutNotFound>(await _client.GetOrderStatusAsync("none"));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_without_a_signature()
    {
        var stranger = new PayoutClient(_http, GetOptions("wrong", "wrong, too"));
        Assert.Equal(1100, Assert.IsType<PageRefused>(await stranger.SaveCardAsync(Gateway.CardSaving)).Code);
        Assert.Equal(9998, Assert.IsType<PageRefused>(await stranger.OpenPageAsync(Gateway.PagePayout)).Code);
        Assert.Equal(9998, Assert.IsType<PayoutStatusUnknown>(await stranger.GetOrderStatusAsync("1")).Code);
        Assert.Equal(9998, Assert.IsType<PayoutStatusUnknown>(await stranger.GetPaymentStatusAsync("1")).Code);
    }

    private FreedomPayOptions GetOptions(string payoutSecret, string? receiveSecret = null) => new()
    {
        BaseAddress = _sandbox.Address,
        MerchantId = _merchant.Id,
        PayoutSecret = payoutSecret,
        ReceiveSecret = receiveSecret ?? _merchant.ReceiveSecret,
    };
}
