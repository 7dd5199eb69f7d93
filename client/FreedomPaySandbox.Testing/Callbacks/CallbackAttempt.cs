namespace FreedomPaySandbox.Testing;

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
