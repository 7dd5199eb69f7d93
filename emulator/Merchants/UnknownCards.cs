namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>What becomes of a payout to a valid card that is no test card (C-2).</summary>
internal enum UnknownCards
{
    Succeed,
    Refuse,
}
