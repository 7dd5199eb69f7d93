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

/// <summary>Why no answer came to a callback attempt.</summary>
internal enum AttemptFault
{
    None = 0,

    /// <summary>No answer within the merchant's time-out (N-10).</summary>
    TimedOut = 1,

    /// <summary>The host name has no address.</summary>
    NameNotFound = 2,

    /// <summary>Nobody listens, or the way there is shut.</summary>
    NotConnected = 3,

    /// <summary>The TLS handshake failed, for another reason than the certificate.</summary>
    TlsFailed = 4,

    /// <summary>The connection ended before the answer.</summary>
    ConnectionLost = 5,

    /// <summary>What came back is not HTTP.</summary>
    NotHttp = 6,

    /// <summary>A forbidden target: a link-local address or the metadata service of a cloud: the sandbox does not call those.</summary>
    TargetForbidden = 7,

    /// <summary>The certificate is self-signed, or from an authority that is not trusted here.</summary>
    CertificateUntrusted = 8,

    /// <summary>The certificate is for another host.</summary>
    CertificateForAnotherName = 9,

    /// <summary>The certificate has expired, or is not valid yet.</summary>
    CertificateOutOfDate = 10,

    /// <summary>The sandbox itself listens there.</summary>
    TargetIsSandbox = 11,
}

/// <summary>An attempt and which one of its callback it was, from 1.</summary>
internal sealed record NumberedAttempt(int Number, Attempt Attempt);
