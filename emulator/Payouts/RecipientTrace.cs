using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts.Bank;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>What remains of the number a payout goes to, a card's or an account's.</summary>
/// <param name="Mask">Its ends, for people and callbacks.</param>
/// <param name="Hash">Tells whether two payouts went to the same one.</param>
internal sealed record RecipientTrace(string Mask, string Hash)
{
    // The published test cards are those of nearly all payouts, and nobody's: their traces are kept.
    private static readonly ConditionalWeakTable<MerchantSecrets, ConcurrentDictionary<string, RecipientTrace>> s_ofTestCards = [];

    public static RecipientTrace OfCard(string number, MerchantSecrets secrets) => TestCard.Find(number) is { } known
        ? s_ofTestCards.GetOrCreateValue(secrets).GetOrAdd(known.Number, static (card, secrets) => Of(card, secrets), secrets)
        : Of(number, secrets);

    private static RecipientTrace Of(string number, MerchantSecrets secrets) => new(CardNumber.Mask(number), KeyedHash.Of(number, secrets));

    public static RecipientTrace OfIban(Iban iban, MerchantSecrets secrets) => new(iban.Mask, KeyedHash.Of(iban.Text, secrets));
}
