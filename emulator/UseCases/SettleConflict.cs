namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>Why a payout cannot be made final by hand.</summary>
internal enum SettleConflict
{
    /// <summary>It is final already.</summary>
    Final,

    /// <summary>It cannot succeed: its recipient has typed no card yet.</summary>
    NoRecipient,
}
