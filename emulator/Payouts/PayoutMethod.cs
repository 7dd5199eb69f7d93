namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>How a payout is asked for. Kept by its number, so none changes.</summary>
internal enum PayoutMethod
{
    /// <summary>To a card whose number the merchant sends (section 3).</summary>
    ToCard = 0,

    /// <summary>To an IBAN (M-1).</summary>
    ToIban = 1,

    /// <summary>To an IBAN, as the official SDK asks for it (M-10).</summary>
    OlderToIban = 2,

    /// <summary>To a saved card, by its token (M-7).</summary>
    ToToken = 3,

    /// <summary>To a card that the recipient types on a page (M-8).</summary>
    ByPage = 4,

    /// <summary>No payout: a card that the recipient types to be paid to later (M-9). Only its callback and its page are like a payout's.</summary>
    CardSaving = 5,
}
