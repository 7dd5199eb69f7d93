using System.Collections.Concurrent;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>A service on a test server, without a port, is verified inside a test.</summary>
public sealed class CallbackVerificationTests
{
    private const string Secret = "the service's secret";

    private readonly ConcurrentDictionary<string, (Amount Amount, OrderEffect Effect)> _orders = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_service_that_does_all_right_has_nothing_wrong()
    {
        await using var service = await ServiceAsync(paysAgain: false);

        var results = await Create(service).RunAsync();

        Assert.DoesNotContain(results.AssertNotEmpty(), result => result.IsFailed);
        Assert.Equal(["get: NotApplicable"], results.Where(result => result.Verdict != CallbackVerdict.Passed).Select(result => result.ToString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_what_to_do()
    {
        await using var service = await ServiceAsync(paysAgain: true);

        var wrong = (await Create(service).RunAsync()).Where(result => result.IsFailed).ToList();

        Assert.Equal(["duplicate", "duplicate-new-salt", "concurrent-duplicates"], wrong.Select(result => result.Id), StringComparer.Ordinal);
        Assert.Matches("^duplicate: Order verify-[a-z]{8}-[0-9]+ is paid 2 times; it should be paid, once. Look whether", wrong[0].ToString());
        Assert.NotEmpty(wrong[0].Why);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_what_to_do()
    {
        var verification = new CallbackVerification { Callback = new Uri("http://127.0.0.1:9/post"), MerchantId = 1, PayoutSecret = Secret };

        var failure = await Assert.ThrowsAsync<SandboxException>(() => verification.RunAsync());

        Assert.StartsWith("The callback endpoint cannot be reached (", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure + verification.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "secret", 1)]
    [InlineData(1, "", 1)]
    [InlineData(1, "secret", 0)]
    public async Task What_makes_no_sense_is_refused(long merchant, string secret, int seconds)
    {
        var verification = new CallbackVerification
        {
            Callback = new Uri("http://127.0.0.1:9/post"),
            MerchantId = merchant,
            PayoutSecret = secret,
            Timeout = TimeSpan.FromSeconds(seconds),
        };

        Assert.Contains("cannot be verified", (await Assert.ThrowsAsync<SandboxException>(() => verification.RunAsync())).Message, StringComparison.Ordinal);
    }

    private CallbackVerification Create(WebApplication service) => new()
    {
        Callback = new Uri("http://localhost/payouts/callback"),
        MerchantId = 4711,
        PayoutSecret = Secret,
        Order = (id, amount, _) =>
        {
            _orders[id] = (amount, OrderEffect.Unknown);
            return Task.CompletedTask;
        },
        Effect = (id, _) => Task.FromResult(_orders.TryGetValue(id, out var order) ? order.Effect : OrderEffect.Unknown),
        TakesXml = true,
        Handler = service.GetTestServer().CreateHandler(),
    };

    private async Task<WebApplication> ServiceAsync(bool paysAgain)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddFreedomPayPayouts(options => (options.BaseAddress, options.MerchantId, options.PayoutSecret) = (new Uri("http://localhost:8585"), 4711, Secret));
        var app = builder.Build();
        app.MapPayoutCallback("/payouts/callback", (callback, _, _) =>
        {
            lock (_orders)
                Hear(callback, paysAgain);
            return Task.CompletedTask;
        });
        await app.StartAsync();
        return app;
    }

    private void Hear(Callback callback, bool paysAgain)
    {
        if (!_orders.TryGetValue(callback.OrderId, out var order) || callback.Amount != order.Amount)
            throw new InvalidOperationException("Not ordered.");
        var isPaid = callback.Status == CallbackStatus.Ok;
        if (order.Effect.State == OrderEffectState.Unknown || (paysAgain && isPaid))
            _orders[callback.OrderId] = (order.Amount, isPaid ? OrderEffect.Paid(order.Effect.Times + 1) : OrderEffect.Failed);
    }
}
