using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.Testing;

/// <summary>
/// The contract test of a service's own callback endpoint: drives it with signed callbacks, good and bad, and says what it does wrong.
/// It needs no sandbox. The same as the command <c>verify</c>.
/// </summary>
public sealed class CallbackVerification
{
    /// <summary>The address that the service sends as <c>pg_post_link</c>.</summary>
    public required Uri Callback { get; init; }

    /// <summary>The merchant's number that the service is configured with.</summary>
    public required long MerchantId { get; init; }

    /// <summary>The payout secret that the service is configured with.</summary>
    public required string PayoutSecret { get; init; }

    /// <summary>
    /// Tells the service of an order, by its id and amount, before it is called back: one whose payout is in process. Left out for a
    /// service that makes orders of the callbacks it gets.
    /// </summary>
    public Func<string, Amount, CancellationToken, Task>? Order { get; init; }

    /// <summary>Says what became of an order, by its id. Left out, only answers are looked at.</summary>
    public Func<string, CancellationToken, Task<OrderEffect>>? Effect { get; init; }

    /// <summary>Whether the endpoint reads callbacks sent with GET, too.</summary>
    public bool TakesGet { get; init; }

    /// <summary>Whether the endpoint reads callbacks in <c>pg_xml</c>, too.</summary>
    public bool TakesXml { get; init; }

    /// <summary>How long the endpoint has for each callback, 30 seconds when left out.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Takes the calls to the endpoint, such as the handler of a test server; a real connection when left out. It is not disposed of.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Makes all checks, one after another; each is about orders of its own.</summary>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>What each check came to, in their order.</returns>
    /// <exception cref="SandboxException">Nobody answers at the address, or merchant, secret or time-out is none; the message says what to
    /// do.</exception>
    public async Task<IReadOnlyList<CallbackCheckResult>> RunAsync(CancellationToken cancellation = default)
    {
        if (Problem is { } problem)
            throw new SandboxException($"The callback endpoint cannot be verified: {problem}");

        var (time, seed) = (TimeProvider.System, Seed.Draw());
        using var own = Handler is null ? CallbackConnection.Handler() : null;
        using var http = new HttpMessageInvoker(Handler ?? own!, disposeHandler: false);
        var place = SandboxLocation.Here();
        if (await EndpointReach.ExamineAsync(Callback.OriginalString, Merchant, seed, http, place, time, cancellation) is { } advice)
            throw new SandboxException($"The callback endpoint cannot be reached ({advice.Id}). {advice}");

        var courier = VerificationParts.CreateCourier(http, Target, time);
        var run = new CheckRun(courier, Order is null ? null : TellAsync, Effect is null ? null : AskAsync, time);
        var orders = VerificationParts.CreateOrders(Target, seed, time.GetUtcNow());
        var verification = await new EndpointVerifier(run, orders).VerifyAsync(_ => { }, cancellation);
        return [.. verification.Results.Select(GetResult)];
    }

    /// <summary>Never with the secret.</summary>
    public override string ToString() => $"verification of {Callback}";

    private string? Problem => this switch
    {
        { MerchantId: <= 0 } => "MerchantId is a positive number.",
        { PayoutSecret: null or "" } => "PayoutSecret is empty; give the one that the service is configured with.",
        { Timeout.Ticks: <= 0 } or { Timeout.TotalMinutes: > 10 } => "Timeout is more than nothing, and at most ten minutes.",
        _ => null,
    };

    private Merchant Merchant => new(MerchantId, new MerchantSecrets(PayoutSecret, PayoutSecret)) { CallbackTimeout = Timeout };

    private VerifyTarget Target => VerificationParts.CreateTarget(Callback.OriginalString, Merchant) with
    {
        TakesOrders = Order is not null,
        ShowsEffects = Effect is not null,
        TakesGet = TakesGet,
        TakesXml = TakesXml,
    };

    private async Task<string?> TellAsync(VerifyOrder order, CancellationToken cancellation)
    {
        await Order!(order.Id, order.Amount, cancellation);
        return null;
    }

    private async Task<(ReportedOrder? Order, string? Hindrance)> AskAsync(VerifyOrder order, CancellationToken cancellation)
    {
        var effect = await Effect!(order.Id, cancellation);
        var state = effect.State switch
        {
            OrderEffectState.Paid => PaidState.Paid,
            OrderEffectState.Failed => PaidState.Failed,
            _ => PaidState.Unknown,
        };
        return (new ReportedOrder(state, effect.Times), null);
    }

    private static CallbackCheckResult GetResult(CheckResult result) => new()
    {
        Id = result.Check.Id,
        Title = result.Check.Title,
        Verdict = result.Verdict switch
        {
            CheckVerdict.Passed => CallbackVerdict.Passed,
            CheckVerdict.AnsweredRight => CallbackVerdict.AnswerPassed,
            CheckVerdict.DoesNotApply => CallbackVerdict.NotApplicable,
            _ => CallbackVerdict.Failed,
        },
        Seen = result.Seen,
        Why = result.Check.Why,
        Fix = result.Check.Fix,
    };
}

/// <summary>What one check of a callback endpoint came to. docs/verify.md of the sandbox lists the checks.</summary>
public sealed record CallbackCheckResult
{
    /// <summary>Which check, such as <c>concurrent-duplicates</c>; stays the same.</summary>
    public required string Id { get; init; }

    /// <summary>What is right.</summary>
    public required string Title { get; init; }

    /// <summary>What it came to.</summary>
    public required CallbackVerdict Verdict { get; init; }

    /// <summary>What was wrong, a sentence each, or why the check does not apply.</summary>
    public required IReadOnlyList<string> Seen { get; init; }

    /// <summary>Why it matters.</summary>
    public required string Why { get; init; }

    /// <summary>What to do when it is wrong.</summary>
    public required string Fix { get; init; }

    /// <summary>Whether it does that wrong.</summary>
    public bool IsFailed => Verdict == CallbackVerdict.Failed;

    /// <summary>What was seen and what to do, for the message of a failed test.</summary>
    public override string ToString() => IsFailed ? $"{Id}: {string.Join(' ', Seen)} {Fix}" : $"{Id}: {Verdict}";
}

/// <summary>What a check of a callback endpoint came to.</summary>
public enum CallbackVerdict
{
    /// <summary>It does that right.</summary>
    Passed,

    /// <summary>
    /// It answered right; whether the effect was right could not be seen without <see cref="CallbackVerification.Effect"/>.
    /// </summary>
    AnswerPassed,

    /// <summary>It does that wrong.</summary>
    Failed,

    /// <summary>It offers nothing that this check is about.</summary>
    NotApplicable,
}

/// <summary>What a service holds an order for.</summary>
/// <param name="State">Whether it is paid.</param>
/// <param name="Times">How often it was counted as paid: rows in a ledger, say, not a flag.</param>
public sealed record OrderEffect(OrderEffectState State, int Times)
{
    /// <summary>An order that is open, or that there is not.</summary>
    public static OrderEffect Unknown { get; } = new(OrderEffectState.Unknown, 0);

    /// <summary>An order that failed.</summary>
    public static OrderEffect Failed { get; } = new(OrderEffectState.Failed, 0);

    /// <summary>An order that was paid.</summary>
    /// <param name="times">How often.</param>
    /// <returns>The effect.</returns>
    public static OrderEffect Paid(int times = 1) => new(OrderEffectState.Paid, times);
}

/// <summary>Whether an order is paid.</summary>
public enum OrderEffectState
{
    /// <summary>Open, or none of the service's orders.</summary>
    Unknown,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Failed.</summary>
    Failed,
}
