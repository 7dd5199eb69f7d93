using System.CommandLine;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary><c>doctor callback</c>: calls a merchant's endpoint exactly as a callback is delivered, and says what stands in its way.</summary>
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
