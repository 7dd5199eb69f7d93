using FreedomPaySandbox.Emulator.Faults;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>A callback as it is kept.</summary>
internal sealed record StoredCallback
{
    public required CallbackKey Key { get; init; }

    public required long MerchantId { get; init; }

    public required string OrderId { get; init; }

    public required string PostLink { get; init; }

    public required CallbackState State { get; init; }

    /// <summary>What is wrong with it on purpose.</summary>
    public required Tampering Tampering { get; init; }

    /// <summary>When it is due, was due last, or would have been.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Attempts made.</summary>
    public required int Attempts { get; init; }
}

/// <summary>Which callback: the merchant's and the payout's, and its number among theirs.</summary>
internal readonly record struct CallbackKey(long Epoch, long PaymentId, int Number)
{
    public override string ToString() => $"{PaymentId}-{Number}";
}

/// <summary>Where a callback is on its way from pending to done. The numbers are stored.</summary>
internal enum CallbackState
{
    /// <summary>An attempt is due, now or later.</summary>
    Pending = 0,

    /// <summary>The merchant answered 200 (N-5).</summary>
    Delivered = 1,

    /// <summary>A dead letter: every attempt of the schedule failed.</summary>
    Dead = 2,

    /// <summary>A rule lost it on its way: nobody attempts it.</summary>
    Lost = 3,

    /// <summary>A forged one that the merchant did not answer with 200; nobody tries a forgery twice.</summary>
    Rejected = 4,
}
