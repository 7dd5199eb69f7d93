using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Verification.Callbacks;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.ContractTests.Verification;

public sealed class CallbackCourierTests
{
    private static readonly Merchant s_merchant = new(9970, MerchantSecrets.Published);

    [Fact]
    public async Task Whoever_does_not_answer_is_not_waited_for_longer_than_was_said()
    {
        var time = new ManualTime();
        await using var endpoint = await MerchantEndpoint.StartAsync(context =>
        {
            time.Advance(s_merchant.CallbackTimeout);
            return EndpointAnswers.Hang(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted))(context);
        });

        var reply = await SendAsync(endpoint, time, CallbackCarrier.Form);

        Assert.Equal((null, AttemptFault.TimedOut), (reply.Status, reply.Fault));
        Assert.Equal("not answered within 30 s", reply.ToString());
    }

    [Fact]
    public async Task Whoever_hangs_up_has_not_answered()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync(EndpointAnswers.Close);

        Assert.Equal("not answered: the connection was closed", (await SendAsync(endpoint, new ManualTime(), CallbackCarrier.Form)).ToString());
    }

    [Theory]
    [InlineData(nameof(CallbackCarrier.Form), "POST")]
    [InlineData(nameof(CallbackCarrier.ChunkedForm), "POST")]
    [InlineData(nameof(CallbackCarrier.Query), "GET")]
    public async Task A_callback_is_carried_as_the_check_wants_it(string carrier, string method)
    {
        var seen = "";
        await using var endpoint = await MerchantEndpoint.StartAsync(context =>
        {
            seen = $"{context.Request.Method} {context.Request.Headers.TransferEncoding}{(context.Request.ContentLength > 0 ? "length" : "")} {context.Request.Query["pg_status"]}";
            return EndpointAnswers.Ok(context);
        });

        Assert.True((await SendAsync(endpoint, new ManualTime(), Enum.Parse<CallbackCarrier>(carrier))).Taken);

        var how = carrier switch { nameof(CallbackCarrier.Form) => "length ", nameof(CallbackCarrier.ChunkedForm) => "chunked ", _ => " ok" };
        Assert.Equal($"{method} {how}", seen);
    }

    private static async Task<Reply> SendAsync(MerchantEndpoint endpoint, ManualTime time, CallbackCarrier carrier)
    {
        var target = VerificationParts.CreateTarget(endpoint.Link(), s_merchant);
        var orders = VerificationParts.CreateOrders(target, new Seed(1), time.GetUtcNow());
        using var http = new HttpMessageInvoker(CallbackConnection.Handler());
        var callback = new OutgoingCallback(orders.Ok(orders.New()), carrier);
        return await VerificationParts.CreateCourier(http, target, time).SendAsync(callback, CancellationToken.None);
    }
}
