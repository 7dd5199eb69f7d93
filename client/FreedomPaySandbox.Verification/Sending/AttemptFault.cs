namespace FreedomPaySandbox.Verification.Sending;

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

    /// <summary>A link-local address or the metadata service of a cloud: the sandbox does not call those.</summary>
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

/// <summary>The certificate of an endpoint is not one to be trusted.</summary>
internal sealed class CertificateRefusedException(AttemptFault fault, string message) : Exception(message)
{
    public AttemptFault Fault { get; } = fault;
}

/// <summary>A callback's host resolved to an address that the sandbox does not call.</summary>
/// <param name="reason">Which address that is, and what it is.</param>
internal sealed class TargetForbiddenException(string reason) : IOException($"{reason}. The sandbox does not call it.");

/// <summary>A callback's host resolved to an address that the sandbox itself listens on.</summary>
internal sealed class TargetIsSandboxException()
    : IOException("This address is the sandbox's own, and a sandbox does not call itself back.");
