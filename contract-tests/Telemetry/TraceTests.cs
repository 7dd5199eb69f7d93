using System.Diagnostics;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Pages;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomPaySandbox.ContractTests.Telemetry;

/// <summary>The trace of a call goes on in its callback.</summary>
[Collection(ProcessTraces.Name)]
public sealed class TraceTests : IAsyncLifetime
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string TraceParent = $"00-{Trace}-b7ad6b7169203331-01";

    private MerchantEndpoint _merchant = null!;

    public async Task InitializeAsync() => _merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500, ""), EndpointAnswers.Ok);

    public async Task DisposeAsync() => await _merchant.DisposeAsync();

    [Fact]
    public async Task Each_attempt_is_a_new_span_of_the_same_trace()
    {
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        await sandbox.SendAsync(Payout(TraceParent));

        var first = GetContext(await _merchant.NextAsync());

        // Until it is on record, the next one is not planned.
        var state = sandbox.Services.GetRequiredService<MerchantRegistry>().Find(CallbackSandbox.Merchant.Id)!;
        await sandbox.Services.GetRequiredService<CallbackDelivery>().WorkOffAsync(state, CancellationToken.None);
        sandbox.Time.Advance(TimeSpan.FromMinutes(31));
        var second = GetContext(await _merchant.NextAsync());

        Assert.Equal((Trace, Trace), (first.TraceId.ToHexString(), second.TraceId.ToHexString()));
        Assert.Equal(3, new[] { "b7ad6b7169203331", first.SpanId.ToHexString(), second.SpanId.ToHexString() }.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ActivityTraceFlags.Recorded, first.TraceFlags);
    }

    [Fact]
    public async Task What_its_caller_does_not_record_is_not_recorded_on_its_way_back()
    {
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        await sandbox.SendAsync(Payout(TraceParent[..^1] + "0"));

        Assert.Equal(ActivityTraceFlags.None, GetContext(await _merchant.NextAsync()).TraceFlags);
    }

    [Fact]
    public async Task It_survives_the_sandbox()
    {
        using var file = new TemporaryStore();
        DateTimeOffset end;
        await using (var sandbox = await RunningSandbox.StartAsync(file.With(RunningSandbox.Merchant)))
        {
            await sandbox.SendAsync(Payout(TraceParent));
            end = sandbox.Time.GetUtcNow();
        }

        Assert.True(_merchant.IsQuiet);
        await using var next = await RunningSandbox.StartAsync(file.With(RunningSandbox.Merchant), new Time.ManualTime(end.AddHours(2)));

        Assert.Equal(Trace, GetContext(await _merchant.NextAsync()).TraceId.ToHexString());
    }

    [Fact]
    public async Task It_goes_by_way_of_the_recipients_page()
    {
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        foreach (var call in (SignedCall[])[FamilyCall.Page(postLink: _merchant.Link()), FamilyCall.SaveCard(_merchant.Link())])
        {
            var request = call.AsForm();
            request.Headers.Add("traceparent", TraceParent);
            var page = (await sandbox.SendAsync(request))["pg_redirect_url"]!;
            await new Recipient().TypeAsync(page, PayoutCall.Success);

            Assert.Equal(Trace, GetContext(await _merchant.NextAsync()).TraceId.ToHexString());
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c")]
    [InlineData("00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01")]
    [InlineData("ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    [InlineData("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01")]
    [InlineData("4405645000006150")]
    public async Task Without_a_trace_none_is_made_up(string? header)
    {
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        await sandbox.SendAsync(Payout(header));

        Assert.Null((await _merchant.NextAsync()).TraceParent);
        Assert.Null(Assert.Single(await sandbox.PayoutsAsync()).TraceParent);
    }

    [Fact]
    public async Task A_payout_without_one_goes_without_also_in_the_company_of_one_that_has_one()
    {
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        await sandbox.SendAsync(Payout(TraceParent, "A"));
        await sandbox.SendAsync(Payout(null, "B"));

        var callbacks = new[] { await _merchant.NextAsync(), await _merchant.NextAsync() }.ToDictionary(callback => callback["pg_order_id"], StringComparer.Ordinal);
        Assert.NotNull(callbacks["A"].TraceParent);
        Assert.Null(callbacks["B"].TraceParent);
    }

    private static ActivityContext GetContext(ReceivedCallback callback)
    {
        Assert.True(ActivityContext.TryParse(callback.TraceParent, null, out var context), callback.TraceParent);
        return context;
    }

    private HttpRequestMessage Payout(string? traceParent, string orderId = "1234")
    {
        var request = SignedCall.Payout(orderId).With("pg_post_link", _merchant.Link()).AsForm();
        if (traceParent is not null)
            request.Headers.TryAddWithoutValidation("traceparent", traceParent);
        return request;
    }
}
