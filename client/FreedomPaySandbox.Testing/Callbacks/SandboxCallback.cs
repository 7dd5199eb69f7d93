using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>A callback of the sandbox to a merchant.</summary>
public sealed record SandboxCallback
{
    /// <summary>Payment id and number, such as <c>4963922019-1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required long MerchantId { get; init; }

    /// <summary>The payout it is about.</summary>
    public required long PaymentId { get; init; }

    /// <summary>The order id of that payout.</summary>
    public required string OrderId { get; init; }

    /// <summary>Which of the payout's callbacks it is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its state: pending, delivered, dead, lost or rejected.</summary>
    public required CallbackState State { get; init; }

    /// <summary>What is wrong with it on purpose, such as <c>tampered-amount</c>; nothing when nothing is.</summary>
    public string? Tampering { get; init; }

    /// <summary>Where it is sent.</summary>
    public required string PostLink { get; init; }

    /// <summary>When it is due, or was last, by the merchant's clock.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How many attempts were made.</summary>
    public required int Attempts { get; init; }

    /// <summary>The last 100 attempts, the oldest of them first; empty in lists.</summary>
    public IReadOnlyList<CallbackAttempt> History { get; init => field = value ?? []; } = [];
}

/// <summary>The state of a callback.</summary>
[JsonConverter(typeof(DashedWord<CallbackState>))]
public enum CallbackState
{
    /// <summary>An attempt is due, now or later.</summary>
    Pending,

    /// <summary>The merchant answered 200.</summary>
    Delivered,

    /// <summary>A dead letter: every attempt of the schedule failed.</summary>
    Dead,

    /// <summary>A rule lost it: nobody attempts it.</summary>
    Lost,

    /// <summary>A forged one that the merchant did not answer with 200; nobody tries a forgery twice.</summary>
    Rejected,
}

/// <summary>One try to deliver a callback.</summary>
public sealed record CallbackAttempt
{
    /// <summary>Which one it is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it was made, by the merchant's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Host and port.</summary>
    public required string Address { get; init; }

    /// <summary>The form that was posted.</summary>
    public required string Sent { get; init; }

    /// <summary>The HTTP status, when an answer came.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// Why no answer came: timed-out, name-not-found, not-connected, certificate-untrusted, certificate-for-another-name,
    /// certificate-out-of-date, tls-failed, connection-lost, not-http, target-forbidden or target-is-sandbox.
    /// </summary>
    public string? Fault { get; init; }

    /// <summary>The same in the words of the machine.</summary>
    public string? FaultText { get; init; }

    /// <summary>Where a redirect would have led.</summary>
    public string? Location { get; init; }

    /// <summary>Why it did not deliver and what to do, when it did not.</summary>
    public DeliveryAdvice? Advice { get; init; }

    /// <summary>How long it took, in real milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>The first 2 KB of the answer.</summary>
    public required string Answer { get; init; }

    /// <summary>Whether the answer was signed: none, right or wrong. It decides nothing.</summary>
    public required string AnswerSignature { get; init; }
}

/// <summary>Why a callback did not arrive, and what to do about it.</summary>
/// <param name="Id">Such as <c>refused</c>, <c>redirected</c> or <c>localhost-in-container</c>.</param>
/// <param name="Reason">What happened.</param>
/// <param name="NextStep">What to do.</param>
public sealed record DeliveryAdvice(string Id, string Reason, string NextStep);
