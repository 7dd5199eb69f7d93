using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class CallbackRetryTests
{
    private static readonly TimeSpan s_halfAnHour = TimeSpan.FromMinutes(30);

    [Fact]
    [Proves("N-7")]
    public async Task Five_attempts_half_an_hour_apart_and_then_a_dead_letter()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500));
        await using var sandbox = await CallbackSandbox.StartAsync();
        var start = sandbox.Time.GetUtcNow();
        var payment = await sandbox.PayAsync("ORD1", merchant.Link());

        for (var number = 1; number <= 5; number++)
        {
            await merchant.NextAsync();
            Assert.Equal((payment, number), await sandbox.RecordedAsync() is var made ? (made.PaymentId, made.Number) : default);
            sandbox.Time.Advance(s_halfAnHour);
        }

        var attempts = await sandbox.Store.AttemptsAsync(payment);
        Assert.Equal([0, 30, 60, 90, 120], attempts.Select(attempt => (attempt.At - start).TotalMinutes));
        var callback = await sandbox.Store.CallbackAsync(payment);
        Assert.Equal((CallbackState.Dead, 5), (callback.State, callback.Attempts));

        sandbox.Time.Advance(TimeSpan.FromDays(30));
        var later = await sandbox.PayAsync("ORD2", merchant.Link());
        Assert.Equal($"{later}", (await merchant.NextAsync())[Fields.PaymentId]);
        Assert.True(merchant.IsQuiet);
    }

    [Fact]
    [Proves("N-5", "N-7")]
    public async Task The_first_200_ends_the_attempts()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(503), EndpointAnswers.Status(404), EndpointAnswers.Ok);
        await using var sandbox = await CallbackSandbox.StartAsync();
        var payment = await sandbox.PayAsync("ORD1", merchant.Link());
        for (var number = 1; number <= 3; number++)
        {
            await merchant.NextAsync();
            await sandbox.RecordedAsync();
            sandbox.Time.Advance(s_halfAnHour);
        }

        await sandbox.PayAsync("ORD2", merchant.Link());

        Assert.Equal("ORD2", (await merchant.NextAsync())[Fields.OrderId]);
        Assert.Equal([503, 404, 200], (await sandbox.Store.AttemptsAsync(payment)).Select(attempt => attempt.Status!.Value));
        Assert.Equal(CallbackState.Delivered, (await sandbox.Store.CallbackAsync(payment)).State);
    }

    [Theory]
    [InlineData(200, CallbackState.Delivered)]
    [InlineData(201, CallbackState.Pending)]
    [InlineData(202, CallbackState.Pending)]
    [InlineData(204, CallbackState.Pending)]
    [InlineData(302, CallbackState.Pending)]
    [InlineData(304, CallbackState.Pending)]
    [InlineData(400, CallbackState.Pending)]
    [InlineData(401, CallbackState.Pending)]
    [InlineData(404, CallbackState.Pending)]
    [InlineData(500, CallbackState.Pending)]
    [InlineData(503, CallbackState.Pending)]
    [Proves("N-5")]
    public async Task Only_200_delivers(int status, object state)
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(status));
        await using var sandbox = await CallbackSandbox.StartAsync();

        var payment = await sandbox.PayAsync("ORD1", merchant.Link());

        var attempt = await sandbox.AttemptAsync();
        Assert.Equal((status, AttemptFault.None), (attempt.Status, attempt.Fault));
        Assert.Equal(state, (await sandbox.Store.CallbackAsync(payment)).State);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    [Proves("N-5", "N-10")]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var target = await MerchantEndpoint.StartAsync();
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Redirect(target.Link("/moved"), status));
        await using var sandbox = await CallbackSandbox.StartAsync();

        var payment = await sandbox.PayAsync("ORD1", merchant.Link());

        Assert.Equal(status, (await sandbox.AttemptAsync()).Status);
        Assert.Equal(CallbackState.Pending, (await sandbox.Store.CallbackAsync(payment)).State);
        Assert.True(target.IsQuiet);
    }

    [Fact]
    [Proves("N-4")]
    public async Task Each_attempt_has_a_salt_and_a_right_signature_of_its_own()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500));
        await using var sandbox = await CallbackSandbox.StartAsync();
        await sandbox.PayAsync("ORD1", merchant.Link());

        var callbacks = new List<ReceivedCallback>();
        for (var number = 1; number <= 5; number++)
        {
            callbacks.Add(await merchant.NextAsync());
            await sandbox.RecordedAsync();
            sandbox.Time.Advance(s_halfAnHour);
        }

        Assert.Equal(5, callbacks.Select(callback => callback[Fields.Salt]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(5, callbacks.Select(callback => callback[Fields.Signature]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(callbacks, callback => Assert.Equal(
            IndependentDigest.Compute("post", callback.Fields, "sandbox-payout-secret"), callback[Fields.Signature]));
        Assert.Single(callbacks.Select(callback => callback[Fields.PaymentDate]).Distinct(StringComparer.Ordinal));
    }
}
