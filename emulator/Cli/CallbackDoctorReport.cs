using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>What a try of an endpoint came to, for people.</summary>
internal static class CallbackDoctorReport
{
    private const int LongestAnswer = 500;

    public static string Render(CallbackProbe probe, LeasedCallback due, Attempt attempt, DeliveryAdvice? advice)
    {
        var script = CallbackMessage.Script(due.Payout, probe.Merchant);
        var text = new StringBuilder();
        text.Append("POST ").AppendLine(TerminalText.Line(probe.Url));
        text.AppendLine(script.Length == 0
            ? $"signed with an empty script name, because the path ends in /, and the payout secret of merchant {probe.MerchantId}"
            : $"signed with script {TerminalText.Line(script)} and the payout secret of merchant {probe.MerchantId}");
        text.AppendLine();
        foreach (var field in CallbackMessage.Build(due.Payout, probe.Merchant, due.Balance, due.Salt))
            text.Append("  ").Append(field.Name).Append('=').AppendLine(TerminalText.Line(field.Value));
        text.AppendLine();
        text.AppendLine(TerminalText.Line(Outcome(attempt)));
        if (attempt.Answer.Length > 0)
            text.AppendLine(Shown(attempt.Answer));
        text.AppendLine();
        text.Append(advice is null ? "Delivered: HTTP 200 is all it takes." : $"Not delivered ({advice.Id}). {TerminalText.Line(advice.Reason)}\n{TerminalText.Line(advice.NextStep)}");
        if (attempt.Delivered && attempt.AnswerSignature == AnswerSignature.Wrong)
            text.AppendLine().Append("The answer is signed, and wrongly. The gateway does not mind; other clients of yours may.");
        return text.ToString();
    }

    private static string Outcome(Attempt attempt)
    {
        var what = attempt.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}") : $"No answer. {attempt.FaultText}";
        return string.Create(CultureInfo.InvariantCulture, $"{what} ({attempt.Duration.TotalMilliseconds:0} ms)");
    }

    // Behind a mark in each line, so that none of them passes for one of the report.
    private static string Shown(string answer)
    {
        var shown = answer.Length <= LongestAnswer ? answer.TrimEnd() : answer[..LongestAnswer] + "…";
        return string.Join('\n', shown.ReplaceLineEndings("\n").Split('\n').Select(line => $"  | {TerminalText.Line(line)}"));
    }
}
