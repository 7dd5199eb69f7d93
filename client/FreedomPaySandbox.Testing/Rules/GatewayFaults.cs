using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>The ways for an answer to go wrong, as rules and the journal name them.</summary>
public static class GatewayFaults
{
    /// <summary>The right answer, late; needs a delay, so see <see cref="SlowBy"/>.</summary>
    public const string Slow = "slow";

    /// <summary>The payout is made; no answer for ten minutes, then a reset.</summary>
    public const string Silent = "silent";

    /// <summary>The payout is not made; the connection is reset.</summary>
    public const string ResetBeforePayout = "reset-before-payout";

    /// <summary>The payout is made; the connection is reset.</summary>
    public const string ResetAfterPayout = "reset-after-payout";

    /// <summary>The payout is not made; HTTP 500 with a page, as from a proxy.</summary>
    public const string Http500 = "http-500";

    /// <summary>The payout is not made; HTTP 502 with a page, as from a proxy.</summary>
    public const string Http502 = "http-502";

    /// <summary>The payout is not made; HTTP 503 with a page, as from a proxy.</summary>
    public const string Http503 = "http-503";

    /// <summary>The payout is made; HTTP 500 with a page, as from a proxy.</summary>
    public const string Http500AfterPayout = "http-500-after-payout";

    /// <summary>The payout is made; HTTP 502 with a page, as from a proxy.</summary>
    public const string Http502AfterPayout = "http-502-after-payout";

    /// <summary>The payout is made; HTTP 503 with a page, as from a proxy.</summary>
    public const string Http503AfterPayout = "http-503-after-payout";

    /// <summary>The payout is made; half of the XML, though HTTP says it is complete.</summary>
    public const string Truncated = "truncated";

    /// <summary>The payout is made; XML in which an end tag lacks its slash.</summary>
    public const string MalformedXml = "malformed-xml";

    /// <summary>The payout is made; the signature is wrong in its last digit.</summary>
    public const string WrongSignature = "wrong-signature";

    /// <summary>The payout is made; the answer has no signature.</summary>
    public const string NoSignature = "no-signature";

    /// <summary>The payout is made; the right answer as <c>text/html</c>.</summary>
    public const string WrongContentType = "wrong-content-type";

    /// <summary>The right answer, so much later; at most ten minutes.</summary>
    public static GatewayFault SlowBy(TimeSpan delay) => new(Slow, delay);
}

/// <summary>How the answer to a call goes wrong. A name alone will do, but for the slow answer, which needs its delay.</summary>
/// <param name="Name">One of <see cref="GatewayFaults"/>.</param>
/// <param name="Delay">How late the answer is, for a slow one alone; at most ten minutes.</param>
[JsonConverter(typeof(GatewayFaultJson))]
public sealed record GatewayFault(string Name, TimeSpan? Delay = null)
{
    /// <summary>The fault of that name, one of <see cref="GatewayFaults"/>.</summary>
    /// <exception cref="ArgumentException">It is the slow one, which needs a delay: <see cref="GatewayFaults.SlowBy"/>.</exception>
    public static implicit operator GatewayFault(string name) => string.Equals(name, GatewayFaults.Slow, StringComparison.Ordinal)
        ? throw new ArgumentException("A slow answer needs its delay: GatewayFaults.SlowBy(TimeSpan.FromSeconds(5)).", nameof(name))
        : new(name);
}
