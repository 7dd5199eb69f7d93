namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What a sandbox tells those it shares a store with.</summary>
internal enum StoreChangeKind
{
    /// <summary>Anything may have changed: it could not be heard for a while.</summary>
    Everything,

    /// <summary>Something was written to the account of that number.</summary>
    Epoch,

    /// <summary>A merchant was made, changed, emptied or removed, its clock moved or its rules put.</summary>
    Merchant,

    /// <summary>The clock that new merchants start with was moved.</summary>
    StartClock,

    /// <summary>Somebody wants to know that all told before has been taken over.</summary>
    Question,

    /// <summary>It has.</summary>
    Answer,
}
