using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Callbacks.Reachability;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>What a try of an endpoint came to, for people.</summary>
internal static class CallbackDoctorReport
{
    private const int LongestAnswer = 500;

    public static string Of(CallbackProbe probe, DueCallback due, Attempt attempt, DeliveryAdvice? advice)
    {
        var script = CallbackMessage.Script(due.Payout, probe.Merchant);
        var text = new StringBuilder();
        text.Append("POST ").AppendLine(probe.Url);
        text.AppendLine(script.Length == 0
            ? $"signed with an empty script name, because the path ends in /, and the payout secret of merchant {probe.MerchantId}"
            : $"signed with script {script} and the payout secret of merchant {probe.MerchantId}");
        text.AppendLine();
        foreach (var field in CallbackMessage.Of(due.Payout, probe.Merchant, due.Balance, due.Salt))
            text.Append("  ").Append(field.Name).Append('=').AppendLine(field.Value);
        text.AppendLine();
        text.AppendLine(Outcome(attempt));
        if (attempt.Answer.Length > 0)
            text.AppendLine(Shown(attempt.Answer));
        text.AppendLine();
        text.Append(advice is null ? "Delivered: HTTP 200 is all it takes." : $"Not delivered ({advice.Id}). {advice.Reason}\n{advice.NextStep}");
        if (attempt.Delivered && attempt.AnswerSignature == AnswerSignature.Wrong)
            text.AppendLine().Append("The answer is signed, and wrongly. The gateway does not mind; other clients of yours may.");
        return text.ToString();
    }

    private static string Outcome(Attempt attempt)
    {
        var what = attempt.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}") : $"No answer. {attempt.FaultText}";
        return string.Create(CultureInfo.InvariantCulture, $"{what} ({attempt.Duration.TotalMilliseconds:0} ms)");
    }

    private static string Shown(string answer) => answer.Length <= LongestAnswer ? answer.TrimEnd() : answer[..LongestAnswer] + "…";
}
