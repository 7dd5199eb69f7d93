using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>A call to the gateway with all that came of it, as it was: there are secrets and card numbers in it.</summary>
internal readonly struct HandledCall
{
    public required DateTimeOffset At { get; init; }

    public required TimeSpan Duration { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public bool HasQuery { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The operation's name, such as <c>p2p2nonreg</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>None when the request could not be read.</summary>
    public Parameters? Fields { get; init; }

    public long? PaymentId { get; init; }

    /// <summary>The order id of the payout that the answer tells of, which the call need not have named.</summary>
    public string? ToldOrder { get; init; }

    /// <summary>None when nothing was sent back.</summary>
    public JournalAnswer? Answer { get; init; }

    /// <summary>In a few words: <c>ok</c>, <c>process</c>, <c>error 1100</c>, <c>HTTP 415 …</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The name of the rule that decided, if one did.</summary>
    public string? Rule { get; init; }

    /// <summary>The name of the fault that was played, if one was.</summary>
    public string? Fault { get; init; }

    /// <summary>What is wrong with its signature, where it is wrong.</summary>
    public Diagnosis? Diagnosis { get; init; }

    /// <summary>What a developer should know of it that the answer does not say.</summary>
    public string? Note { get; init; }

    /// <summary>Those of all merchants, where nobody knows whose call it is.</summary>
    public SecretSet? Secrets { get; init; }

    /// <summary>Never with the fields.</summary>
    public override string ToString() => $"{Method} {Path}";
}
