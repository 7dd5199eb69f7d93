using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A test in C# in which a payout goes the way that this one went.</summary>
internal static class TestSnippet
{
    private const string Order = "order-1";

    public static string Render(Payout payout, JournalEntry? request, IEnumerable<StoredCallback> callbacks)
    {
        var first = callbacks.FirstOrDefault(callback => callback.Tampering == Tampering.None);
        var test = new StringBuilder()
            .Append("[Fact]\n")
            .Append(CultureInfo.InvariantCulture, $"public async Task A_payout_that_{(payout.ErrorCode is { } code ? $"fails_with_{code}" : "succeeds")}()\n{{\n")
            .Append("    await using var sandbox = await Sandbox.StartAsync();\n")
            .Append("    var merchant = await sandbox.CreateMerchantAsync(\n")
            .Append(CultureInfo.InvariantCulture, $"        new SandboxRule {{ When = {{ OrderId = \"{Order}\" }}, Then = {{ {Effect(payout, request)} }} }});\n\n")
            .Append(CultureInfo.InvariantCulture, $"    // Your code pays {payout.AmountText} {payout.Currency} as order \"{Order}\", through sandbox.Address,\n")
            .Append("    // with merchant.Id and merchant.PayoutSecret.\n\n");
        if (payout.WasInProcess || first is { State: CallbackState.Delivered, Attempts: > 1 } or { State: CallbackState.Dead })
            test.Append("    await merchant.Clock.AdvanceAsync(TimeSpan.FromHours(2));\n");
        test.Append(CultureInfo.InvariantCulture, $"    var payout = await merchant.Payouts.WaitForAsync(order: \"{Order}\");\n")
            .Append(CultureInfo.InvariantCulture, $"    Assert.Equal(PayoutStatus.{(payout.ErrorCode is null ? "Ok" : "Error")}, payout.Status);\n");
        if (payout.ErrorCode is { } error)
            test.Append(CultureInfo.InvariantCulture, $"    Assert.Equal({error}, payout.ErrorCode);\n");
        if (first?.State is CallbackState.Delivered)
            test.Append(CultureInfo.InvariantCulture, $"    await merchant.Callbacks.WaitForAsync(order: \"{Order}\", state: CallbackState.Delivered);\n");
        return test.Append('}').ToString();
    }

    private static string Effect(Payout payout, JournalEntry? request)
    {
        var end = payout.ErrorCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"error {code}") : "success";
        var outcome = $"Outcome = \"{(payout.WasInProcess ? "process, then " : "")}{end}\"";
        return request?.Fault switch
        {
            null => outcome,
            "slow" => $"{outcome}, Fault = GatewayFaults.SlowBy(TimeSpan.FromSeconds(3))",
            var fault => $"{outcome}, Fault = \"{fault}\"",
        };
    }
}
