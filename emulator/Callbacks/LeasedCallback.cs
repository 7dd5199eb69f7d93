using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>A callback that was claimed for an attempt: nobody else may send it until the lease ends.</summary>
/// <param name="Key">Which callback.</param>
/// <param name="Payout">The payout it tells of.</param>
/// <param name="Tampering">What is wrong with its message on purpose.</param>
/// <param name="ClaimsBefore">How often it was claimed before, to the end or not.</param>
/// <param name="AttemptsMade">How many attempts failed before, ever.</param>
/// <param name="Tries">How many of the schedule's attempts are used up.</param>
/// <param name="DueAt">When this attempt was due.</param>
/// <param name="Balance">The merchant's payout balance at the claim.</param>
/// <param name="Seed">The merchant's seed.</param>
internal sealed record LeasedCallback(
    CallbackKey Key,
    Payout Payout,
    Tampering Tampering,
    int ClaimsBefore,
    int AttemptsMade,
    int Tries,
    DateTimeOffset DueAt,
    Amount Balance,
    Seed Seed)
{
    /// <summary>What the payout's first attempt sent, where this one sends the same again byte for byte.</summary>
    public string? Repeats { get; init; }

    /// <summary>What the request says of the trace it belongs to; nothing where there is none.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Fresh at every attempt (N-4), also after one that was sent and never recorded; a stale one is that of the first.</summary>
    public string Salt => Tampering == Tampering.StaleSalt ? GetSalt(number: 1, claims: 0) : GetSalt(Key.Number, ClaimsBefore);

    private string GetSalt(int number, int claims) => Seed.Salt("callback", (Key.PaymentId << 20) | ((long)number << 10) | (long)claims);
}
