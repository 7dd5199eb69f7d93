using System.Text;
using System.Text.Json;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Faults;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>Whatever the sandbox's rules do to an answer, the client keeps its promise, and sends the payout once.</summary>
public sealed class GatewayFaultTests : SandboxTest
{
    private static readonly Dictionary<string, Action<object>> s_promises = new(StringComparer.Ordinal)
    {
        ["slow"] = came => Assert.IsType<PayoutAccepted>(came),
        ["silent"] = came => AssertUnknown(UnknownReason.TimedOut, came),
        ["reset-before-payout"] = came => AssertUnknown(UnknownReason.AnswerLost, came),
        ["reset-after-payout"] = came => AssertUnknown(UnknownReason.AnswerLost, came),
        ["http-500"] = came => AssertUnknown(UnknownReason.HttpError, came, 500),
        ["http-502"] = came => AssertUnknown(UnknownReason.HttpError, came, 502),
        ["http-503"] = came => AssertUnknown(UnknownReason.HttpError, came, 503),
        ["http-500-after-payout"] = came => AssertUnknown(UnknownReason.HttpError, came, 500),
        ["http-502-after-payout"] = came => AssertUnknown(UnknownReason.HttpError, came, 502),
        ["http-503-after-payout"] = came => AssertUnknown(UnknownReason.HttpError, came, 503),
        ["truncated"] = AssertThrew<MalformedAnswerException>,
        ["malformed-xml"] = AssertThrew<MalformedAnswerException>,
        ["wrong-content-type"] = AssertThrew<MalformedAnswerException>,
        ["wrong-signature"] = AssertThrew<AnswerSignatureException>,
        ["no-signature"] = AssertThrew<AnswerSignatureException>,
    };

    public static TheoryData<string> Faults => new(GatewayFaultTable.Names);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_comes_to_what_was_promised(string fault)
    {
        var patience = new ManualTime();
        await using var merchant = Gateway.Connect(Sandbox.Address, patience);
        await PutRuleAsync(Sandbox, fault);

        var paying = PayAsync(merchant.Client);
        if (fault == "silent")
        {
            await MadeAsync(Sandbox);
            patience.Advance(TimeSpan.FromSeconds(30));
        }

        var slowness = Patience.For("a slow answer");
        while (fault == "slow" && !paying.IsCompleted && slowness.GoesOn())
        {
            Sandbox.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var came = await paying.WaitAsync(Patience.Limit);
        s_promises[fault](came);
        Assert.True(await Sandbox.PayoutsAsync() is { Count: <= 1 });
        Assert.Equal(1, await CallsAsync(Sandbox));
        AssertTellsNoSecret(merchant, came);
    }

    [Theory]
    [InlineData("reset-before-payout")]
    [InlineData("reset-after-payout")]
    public async Task A_payout_is_sent_once_on_a_connection_that_was_used_before_too(string fault)
    {
        await using var merchant = Gateway.Connect(Sandbox.Address);
        var client = merchant.Client;
        await client.PayToCardAsync(Gateway.Payout with { OrderId = "before" });
        await PutRuleAsync(Sandbox, fault);

        AssertUnknown(UnknownReason.AnswerLost, await PayAsync(client));
        Assert.Equal(2, await CallsAsync(Sandbox));
    }

    private static async Task<object> PayAsync(PayoutClient client)
    {
        try
        {
            return await client.PayToCardAsync(Gateway.Payout);
        }
        catch (PayoutException fault)
        {
            return fault;
        }
    }

    private static async Task PutRuleAsync(RunningSandbox sandbox, string fault)
    {
        var then = fault == "slow" ? """{ "name": "slow", "delay": "3s" }""" : $"\"{fault}\"";
        using var rules = new StringContent($$"""{ "rules": [{ "then": { "fault": {{then}} } }] }""", Encoding.UTF8, "application/json");
        using var response = await sandbox.Client.PutAsync(new Uri("/__admin/merchants/9970/rules", UriKind.Relative), rules);
        response.EnsureSuccessStatusCode();
    }

    // Waits as a test of a merchant's would.
    private static async Task MadeAsync(RunningSandbox sandbox)
    {
        var made = await sandbox.Client.GetStringAsync(new Uri("/__admin/merchants/9970/payouts?order=ORD12345&wait=PT30S", UriKind.Relative));
        Assert.Contains("ORD12345", made, StringComparison.Ordinal);
    }

    // A call is written down when it is over: for a client that gave up, that is a moment after it did.
    private static async Task<int> CallsAsync(RunningSandbox sandbox)
    {
        await sandbox.Client.GetStringAsync(new Uri("/__admin/merchants/9970/requests?wait=PT30S", UriKind.Relative));
        using var count = JsonDocument.Parse(
            await sandbox.Client.GetStringAsync(new Uri("/__admin/merchants/9970/requests/count", UriKind.Relative)));
        return count.RootElement.GetProperty("count").GetInt32();
    }

    private static void AssertUnknown(UnknownReason why, object came, int? status = null) =>
        Assert.Equal(new PayoutOutcomeUnknown(why) { HttpStatus = status }, came);

    private static void AssertThrew<T>(object came)
        where T : PayoutException
    {
        var fault = Assert.IsType<T>(came);
        Assert.True(fault.OutcomeIsUnknown);
        Assert.Contains("ResolveAsync", fault.Message, StringComparison.Ordinal);
    }

    private static void AssertTellsNoSecret(PayoutClientHost merchant, object came) => Assert.All(
        [$"{came}", .. merchant.Log.Entries],
        text =>
        {
            Assert.DoesNotContain(Gateway.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Gateway.Card, text, StringComparison.Ordinal);
        });
}
