using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Emulator.Verify.Reports;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>What <c>verify</c> was asked for.</summary>
internal sealed record VerifyRequest(string Callback, long MerchantId)
{
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
        { StatusProbe: { } probe } when !probe.Contains(Verify.StatusProbe.Place, StringComparison.Ordinal) || !IsAddress(probe) =>
            $"--status-probe is an http address with {Verify.StatusProbe.Place} where the order's id belongs, such as http://localhost:5000/test/orders/{Verify.StatusProbe.Place}.",
        { OrderSetup: { } setup } when !IsAddress(setup) && !(ShellWords.TrySplit(setup, out var words, out _) && words.Count > 0) =>
            "--order-setup is an http address or a command.",
        { Sandbox: not null, OrderSetup: null } => "--sandbox says where --order-setup pays out; give that, too.",
        { Sandbox: { } sandbox } when !IsAddress(sandbox) => "--sandbox is an http address, such as http://localhost:8585.",
        _ => null,
    };

    public VerifyTarget Target => new(Callback, new Merchant(MerchantId, new MerchantSecrets(PayoutSecret!, PayoutSecret!)) { CallbackTimeout = TimeOut!.Value })
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
