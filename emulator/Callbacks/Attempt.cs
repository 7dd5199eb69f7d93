using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>One try to deliver a callback, as it is kept: when, where to, what came back, how long it took.</summary>
internal sealed record Attempt
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Host and port.</summary>
    public required string Address { get; init; }

    /// <summary>The form that was posted.</summary>
    public string Sent { get; init; } = "";

    /// <summary>The HTTP status, when an answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Where a redirect would have led, secrets and card numbers masked.</summary>
    public string? Location { get; init; }

    public AttemptFault Fault { get; init; }

    /// <summary>One sentence on the fault.</summary>
    public string? FaultText { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The first 2 KB of the answer's body, secrets and card numbers masked.</summary>
    public string Answer { get; init; } = "";

    public AnswerSignature AnswerSignature { get; init; }

    /// <summary>HTTP 200 and nothing else delivers (N-5).</summary>
    public bool Delivered => Status == 200;
}

/// <summary>An attempt and which one of its callback it was, from 1.</summary>
internal sealed record NumberedAttempt(int Number, Attempt Attempt);
