using System.CommandLine;
using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>
/// <c>doctor callback</c>: calls a merchant's endpoint exactly as a callback is delivered, and says what stands in its way.
/// </summary>
internal static class CallbackDoctorCommand
{
    private const string DefaultTimeOut = "30";

    /// <summary>The command, with what it knows of its surroundings.</summary>
    public static Command Create(Func<string, string?> environment, SandboxLocation place, TimeProvider time)
    {
        var url = new Argument<string>("url") { Description = "The address that you send as pg_post_link." };
        var merchant = new Option<long>("--merchant") { Description = "The merchant's number.", HelpName = "id", DefaultValueFactory = _ => Merchant.DefaultId };
        var secret = new Option<string?>("--secret") { Description = "The payout secret. Otherwise FPS_PAYOUT_SECRET, otherwise the published one.", HelpName = "text" };
        var order = new Option<string?>("--order") { Description = "The order id that the callback tells of. Otherwise one that nobody has.", HelpName = "id" };
        var timeOut = new Option<string>("--timeout") { Description = "How many seconds the endpoint has.", HelpName = "seconds", DefaultValueFactory = _ => DefaultTimeOut };

        var command = new Command("callback", "Calls your endpoint exactly as a callback is delivered, and says what stands in its way.") { url, merchant, secret, order, timeOut };
        command.SetAction((parsed, cancellation) =>
        {
            var probe = new CallbackProbe(parsed.GetValue(url)!, parsed.GetValue(merchant))
            {
                PayoutSecret = parsed.GetValue(secret) ?? environment(SignSecretSource.PayoutVariable) ?? MerchantSecrets.Published.Payout,
                OrderId = parsed.GetValue(order),
                TimeOut = double.TryParse(parsed.GetValue(timeOut), System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 600
                    ? TimeSpan.FromSeconds(seconds)
                    : null,
            };
            return RunAsync(probe, place, time, parsed.InvocationConfiguration, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        CallbackProbe probe, SandboxLocation place, TimeProvider time, InvocationConfiguration surroundings, CancellationToken cancellation)
    {
        if (probe.Problem is { } problem)
        {
            await surroundings.Error.WriteLineAsync($"doctor callback: {TerminalText.Line(problem)}");
            return ExitCode.Usage;
        }

        if (DeliveryDoctor.ExamineAddress(probe.Url) is { } misplaced)
        {
            await surroundings.Output.WriteLineAsync($"{TerminalText.Line(misplaced.Reason)}\n{TerminalText.Line(misplaced.NextStep)}");
            return ExitCode.Usage;
        }

        var due = probe.Callback(Seed.Draw(), time.GetUtcNow());
        using var http = new HttpMessageInvoker(CallbackConnection.Handler());
        var attempt = await new CallbackSender(http, time).SendAsync(due, probe.Merchant, time.GetUtcNow(), cancellation);
        await surroundings.Output.WriteLineAsync(CallbackDoctorReport.Render(probe, due, attempt, DeliveryDoctor.Examine(attempt, probe.Url, place)));
        return attempt.Delivered ? ExitCode.Well : ExitCode.Usage;
    }
}

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
