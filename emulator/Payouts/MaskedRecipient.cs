using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FreedomPaySandbox.Emulator.Payouts.Bank;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>What remains of the number a payout goes to, a card's or an account's.</summary>
/// <param name="Mask">Its ends, for people and callbacks.</param>
/// <param name="Hash">Tells whether two payouts went to the same one.</param>
internal sealed record MaskedRecipient(string Mask, string Hash)
{
    // The published test cards are those of nearly all payouts, and nobody's: their traces are kept.
    private static readonly ConditionalWeakTable<MerchantSecrets, ConcurrentDictionary<string, MaskedRecipient>> s_ofTestCards = [];

    public static MaskedRecipient FromCard(string number, MerchantSecrets secrets) => TestCard.Find(number) is { } known
        ? s_ofTestCards.GetOrCreateValue(secrets).GetOrAdd(known.Number, static (card, secrets) => Create(card, secrets), secrets)
        : Create(number, secrets);

    private static MaskedRecipient Create(string number, MerchantSecrets secrets) => new(CardNumber.Mask(number), KeyedHash.Compute(number, secrets));

    public static MaskedRecipient OfIban(Iban iban, MerchantSecrets secrets) => new(iban.Mask, KeyedHash.Compute(iban.Text, secrets));
}
