using System.Globalization;
using System.Text;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.Verification.Reports;

/// <summary>A verification for people at a terminal: plain text.</summary>
internal static class ConsoleReport
{
    private static readonly int s_widest = CallbackChecks.All.Max(check => check.Id.Length);

    public static string Heading(VerifyTarget target)
    {
        var effects = target.ShowsEffects ? "effects are seen" : "effects are not seen without --status-probe";
        var orders = target.TakesOrders ? "orders are told beforehand" : "orders are not told beforehand without --order-setup";
        return $"Verifying {target.Shown} as merchant {target.MerchantId.ToString(CultureInfo.InvariantCulture)}; {effects}, {orders}.";
    }

    /// <summary>The line of one check, as soon as it is done.</summary>
    public static string Line(CheckResult result, int number, int count) => string.Create(
        CultureInfo.InvariantCulture,
        $"{number,3}/{count}  {result.Word,-11}  {result.Check.Id.PadRight(s_widest)}  {result.Check.Title}{(result.Verdict == CheckVerdict.DoesNotApply ? $" ({result.Seen[0]})" : "")}");

    /// <summary>What is to be done, and how many came to what.</summary>
    public static string Ending(VerificationResult verification)
    {
        var text = new StringBuilder();
        foreach (var result in verification.Results.Where(result => result.Verdict is CheckVerdict.Failed or CheckVerdict.NotChecked))
        {
            text.Append('\n').Append(result.Check.Id).Append(": ").Append(result.Check.Title).Append('\n');
            foreach (var seen in result.Seen)
                text.Append("  seen  ").Append(seen).Append('\n');
            if (result.Verdict == CheckVerdict.Failed)
                text.Append("  why   ").Append(result.Check.Why).Append('\n').Append("  fix   ").Append(result.Check.Fix).Append('\n');
        }

        return text.Append('\n').Append(verification.Summary).ToString();
    }
}
