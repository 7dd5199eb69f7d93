using System.CommandLine;
using System.Globalization;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Verification.Callbacks;
using FreedomPaySandbox.Verification.Reports;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>
/// <c>verify</c>: drives a merchant's own callback endpoint with signed callbacks, good and bad, and says what it does wrong.
/// </summary>
internal static class VerifyCommand
{
    private const string DefaultTimeOut = "30";

    public static Command Create() => Create(SecretVariables.GetName, SandboxLocation.Here(), TimeProvider.System);

    /// <summary>The command, with what it knows of its surroundings.</summary>
    public static Command Create(Func<string, string?> environment, SandboxLocation place, TimeProvider time)
    {
        var callback = new Option<string>("--callback") { Description = "The address that you send as pg_post_link.", HelpName = "url", Required = true };
        var merchant = new Option<long>("--merchant") { Description = "The merchant's number.", HelpName = "id", DefaultValueFactory = _ => Merchant.DefaultId };
        var secret = new Option<string?>("--payout-secret") { Description = "The payout secret. Otherwise FPS_PAYOUT_SECRET, otherwise the published one of merchant 9970.", HelpName = "text" };
        var probe = new Option<string?>("--status-probe") { Description = "An address that says what became of an order; {order} in it is replaced. It answers {\"state\":\"paid|failed|unknown\",\"times\":1}.", HelpName = "url" };
        var setup = new Option<string?>("--order-setup") { Description = "Tells you of each order first: an address that is POSTed {\"order\":\"…\",\"amount\":\"…\"}, or a command that is run with both.", HelpName = "url|command" };
        var sandbox = new Option<string?>("--sandbox") { Description = "The sandbox that --order-setup pays out through; callbacks then tell of the payouts made there.", HelpName = "url" };
        var token = new Option<string?>("--admin-token") { Description = "Its admin token, if it has one. Otherwise FPS_ADMIN_TOKEN.", HelpName = "text" };
        var get = new Option<bool>("--get") { Description = "The endpoint reads callbacks sent with GET, too." };
        var xml = new Option<bool>("--pg-xml") { Description = "The endpoint reads callbacks in pg_xml, too." };
        var timeOut = new Option<string>("--timeout") { Description = "How many seconds the endpoint has for each callback.", HelpName = "seconds", DefaultValueFactory = _ => DefaultTimeOut };
        var report = new Option<string?>("--report") { Description = $"Writes a report; its name ends in {ReportForm.Names}.", HelpName = "file" };

        var command = new Command("verify", "Drives your own callback endpoint with signed callbacks, good and bad, and says what it does wrong.")
        {
            callback, merchant, secret, probe, setup, sandbox, token, get, xml, timeOut, report,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var merchantId = parsed.GetValue(merchant);
            var request = new VerifyRequest(parsed.GetValue(callback)!, merchantId)
            {
                PayoutSecret = parsed.GetValue(secret) ?? environment(SignSecretSource.PayoutVariable)
                    ?? (merchantId == Merchant.DefaultId ? MerchantSecrets.Published.Payout : null),
                StatusProbe = parsed.GetValue(probe),
                OrderSetup = parsed.GetValue(setup),
                Sandbox = parsed.GetValue(sandbox),
                AdminToken = parsed.GetValue(token) ?? environment("FPS_ADMIN_TOKEN"),
                TakesGet = parsed.GetValue(get),
                TakesXml = parsed.GetValue(xml),
                TimeOut = double.TryParse(parsed.GetValue(timeOut), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 600
                    ? TimeSpan.FromSeconds(seconds)
                    : null,
                Report = parsed.GetValue(report),
            };
            return RunAsync(request, place, time, parsed.InvocationConfiguration, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        VerifyRequest request, SandboxLocation place, TimeProvider time, InvocationConfiguration surroundings, CancellationToken cancellation)
    {
        if (request.Problem is { } problem)
        {
            await surroundings.Error.WriteLineAsync($"verify: {TerminalText.Line(problem)}");
            return ExitCode.Usage;
        }

        var seed = Seed.Draw();
        using var http = new HttpMessageInvoker(CallbackConnection.Handler());
        var target = request.Target;
        if (await EndpointReach.ExamineAsync(request.Callback, request.Merchant, seed, http, place, time, cancellation) is { } advice)
        {
            await surroundings.Error.WriteLineAsync($"verify: the endpoint cannot be reached ({advice.Id}). {TerminalText.Line(advice.Reason)}\n{TerminalText.Line(advice.NextStep)}");
            return ExitCode.Failed;
        }

        var payouts = request.Payouts(http, time);
        if (payouts is not null && await payouts.HoldAsync(cancellation) is { } hindrance)
        {
            await surroundings.Error.WriteLineAsync($"verify: {TerminalText.Line(hindrance)}");
            return ExitCode.Failed;
        }

        var courier = VerificationParts.CreateCourier(http, target, time);
        var run = new CheckRun(courier, request.Telling(http, time), request.Probe(http, time), time) { Payouts = payouts };
        await surroundings.Output.WriteLineAsync($"{ConsoleReport.Heading(target)}\n");
        var number = 0;
        var verification = await new EndpointVerifier(run, VerificationParts.CreateOrders(target, seed, time.GetUtcNow())).VerifyAsync(
            result =>
            {
                surroundings.Output.WriteLine(ConsoleReport.Line(result, ++number, CallbackChecks.All.Count));
                surroundings.Output.Flush();
            },
            cancellation);
        if (payouts is not null)
            await payouts.ReleaseAsync();
        await surroundings.Output.WriteLineAsync(ConsoleReport.Ending(verification));
        var isWritten = request.Report is null || await WriteAsync(request.Report, verification, surroundings);
        return verification.HasFindings ? ExitCode.Usage : verification.IsWhole && isWritten ? ExitCode.Well : ExitCode.Failed;
    }

    private static async Task<bool> WriteAsync(string file, VerificationResult verification, InvocationConfiguration surroundings)
    {
        try
        {
            await File.WriteAllTextAsync(file, ReportForm.ForFile(file)!(verification));
            await surroundings.Output.WriteLineAsync($"Report: {TerminalText.Line(file)}");
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await surroundings.Error.WriteLineAsync($"verify: the report {TerminalText.Line(file)} cannot be written; check that its directory exists and that you may write there.");
            return false;
        }
    }
}

/// <summary>What <c>verify</c> was asked for.</summary>
internal sealed record VerifyRequest(string Callback, long MerchantId)
{
    private const string OrderPlace = FreedomPaySandbox.Verification.Callbacks.StatusProbe.Place;

    public required string? PayoutSecret { get; init; }

    public string? StatusProbe { get; init; }

    /// <summary>An address, or a command.</summary>
    public string? OrderSetup { get; init; }

    /// <summary>The sandbox that orders are paid out through.</summary>
    public string? Sandbox { get; init; }

    public string? AdminToken { get; init; }

    public bool TakesGet { get; init; }

    public bool TakesXml { get; init; }

    /// <summary>None when it was not given well.</summary>
    public required TimeSpan? TimeOut { get; init; }

    public string? Report { get; init; }

    /// <summary>What is wrong with what was asked, in a sentence.</summary>
    public string? Problem => this switch
    {
        { MerchantId: <= 0 } => "--merchant is a positive number.",
        { PayoutSecret: null } => "only merchant 9970 has a published secret; give this merchant's with --payout-secret or FPS_PAYOUT_SECRET.",
        { PayoutSecret.Length: 0 } => "the secret is empty; leave --payout-secret out to sign with the sandbox's published one.",
        { TimeOut: null } => "--timeout is a number of seconds, at most 600.",
        { Report: { } report } when ReportForm.ForFile(report) is null => $"the name of the report tells its form; end it in {ReportForm.Names}.",
        { StatusProbe: { } probe } when !probe.Contains(OrderPlace, StringComparison.Ordinal) || !IsAddress(probe) =>
            $"--status-probe is an http address with {OrderPlace} where the order's id belongs, such as http://localhost:5000/test/orders/{OrderPlace}.",
        { OrderSetup: { } setup } when !IsAddress(setup) && !(ShellWords.TrySplit(setup, out var words, out _) && words.Count > 0) =>
            "--order-setup is an http address or a command.",
        { Sandbox: not null, OrderSetup: null } => "--sandbox says where --order-setup pays out; give that, too.",
        { Sandbox: { } sandbox } when !IsAddress(sandbox) => "--sandbox is an http address, such as http://localhost:8585.",
        _ => null,
    };

    public Merchant Merchant => new(MerchantId, new MerchantSecrets(PayoutSecret!, PayoutSecret!)) { CallbackTimeout = TimeOut!.Value };

    public VerifyTarget Target => VerificationParts.CreateTarget(Callback, Merchant) with
    {
        ShowsEffects = StatusProbe is not null,
        TakesOrders = OrderSetup is not null,
        PaysThroughSandbox = Sandbox is not null,
        TakesGet = TakesGet,
        TakesXml = TakesXml,
    };

    public OrderAnnouncement? Telling(HttpMessageInvoker http, TimeProvider time) => OrderSetup switch
    {
        null => null,
        _ when IsAddress(OrderSetup) => new OrderUrl(http, new Uri(OrderSetup), TimeOut!.Value, time).TellAsync,
        _ => new OrderProgram(ShellWords.TrySplit(OrderSetup, out var words, out _) ? words : [], TimeOut!.Value, time).TellAsync,
    };

    public SandboxPayouts? Payouts(HttpMessageInvoker http, TimeProvider time) =>
        Sandbox is null ? null : new SandboxPayouts(http, new Uri(Sandbox), AdminToken, MerchantId, TimeOut!.Value, time);

    public OrderProbe? Probe(HttpMessageInvoker http, TimeProvider time) =>
        StatusProbe is null ? null : new StatusProbe(http, StatusProbe, TimeOut!.Value, time).AskAsync;

    /// <summary>Never with the secret.</summary>
    public override string ToString() => $"verification of {Callback}";

    private static bool IsAddress(string text) => DeliveryDoctor.ExamineAddress(text) is null;
}
