using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>What a payout to a card comes to: at once or after being in process, a success or an error code.</summary>
internal readonly record struct CardOutcome(int? ErrorCode, bool InProcess)
{
    public static CardOutcome Success => default;

    /// <summary>
    /// The published test cards first (C-1), then a wrong check digit, then the merchant's word on all other cards (C-2).
    /// </summary>
    public static CardOutcome Of(string card, Merchant merchant)
    {
        if (TestCard.Find(card) is { } known)
            return new CardOutcome(known.ErrorCode, known.InProcess);
        if (!CardNumber.PassesLuhn(card))
            return new CardOutcome(GatewayError.WrongCardNumber, InProcess: false);
        return merchant.Switches.UnknownCards == UnknownCards.Succeed
            ? Success
            : new CardOutcome(GatewayError.UnknownFault, InProcess: false);
    }
}
