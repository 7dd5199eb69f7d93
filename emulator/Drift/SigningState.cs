namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>How a message is signed.</summary>
internal enum SigningState
{
    /// <summary>It bears no signature.</summary>
    None,

    Right,

    Wrong,
}
