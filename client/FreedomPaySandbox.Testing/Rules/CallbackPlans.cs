namespace FreedomPaySandbox.Testing;

/// <summary>The ways for callbacks to go wrong, as rules name them.</summary>
public static class CallbackPlans
{
    /// <summary>None is ever sent.</summary>
    public const string Lost = "lost";

    /// <summary>Sent later; needs a delay, so see <see cref="DelayedBy"/>.</summary>
    public const string Delayed = "delayed";

    /// <summary>Sent several times, one after the other: see <see cref="Duplicates"/>.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Sent several times at the same moment: see <see cref="AtOnce"/>.</summary>
    public const string Concurrent = "concurrent";

    /// <summary>Sent after that of the merchant's next payout.</summary>
    public const string OutOfOrder = "out-of-order";

    /// <summary>Sent before the call is answered.</summary>
    public const string BeforeAnswer = "before-answer";

    /// <summary>First a forged one with ten times the amount, then the true one.</summary>
    public const string TamperedAmount = "tampered-amount";

    /// <summary>First one with a wrong signature, then the true one.</summary>
    public const string WrongSignature = "wrong-signature";

    /// <summary>First a rightly signed one for an order that was never made, then the true one.</summary>
    public const string UnknownOrder = "unknown-order";

    /// <summary>The true one, then the same again byte for byte.</summary>
    public const string StaleSalt = "stale-salt";

    /// <summary>The true one, then a rightly signed error 10001 for the same payout.</summary>
    public const string ErrorAfterOk = "error-after-ok";

    /// <summary>Sent so much later.</summary>
    public static CallbackPlan DelayedBy(TimeSpan delay) => new(Delayed) { Delay = delay };

    /// <summary>Sent so many times, up to 100, one after the other; a second apart when no interval is given.</summary>
    public static CallbackPlan Duplicates(int times, TimeSpan? interval = null) => new(Duplicate) { Times = times, Interval = interval };

    /// <summary>Sent so many times, up to 100, at the same moment.</summary>
    public static CallbackPlan AtOnce(int times) => new(Concurrent) { Times = times };
}
