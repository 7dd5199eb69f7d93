using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts.Bank;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>What remains of the number a payout goes to, a card's or an account's.</summary>
/// <param name="Mask">Its ends, for people and callbacks.</param>
/// <param name="Hash">Tells whether two payouts went to the same one.</param>
internal sealed record RecipientTrace(string Mask, string Hash)
{
    public static RecipientTrace OfCard(string number, MerchantSecrets secrets) => new(CardNumber.Mask(number), KeyedHash.Of(number, secrets));

    public static RecipientTrace OfIban(Iban iban, MerchantSecrets secrets) => new(iban.Mask, KeyedHash.Of(iban.Text, secrets));
}
