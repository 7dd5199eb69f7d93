namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>Where a callback is between being owed and being done with. The numbers are stored.</summary>
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
