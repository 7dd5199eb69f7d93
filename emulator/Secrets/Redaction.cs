using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Secrets;

/// <summary>Takes out of a foreign text what must not be kept: a merchant's secrets, and digits that are a card number.</summary>
internal static class Redaction
{
    /// <summary>What stands for a secret.</summary>
    public const string Dots = "••••••";

    /// <summary>A cut secret that is shorter gives nothing away.</summary>
    private const int ShortestCut = 4;

    private const int ShownFirst = 6;
    private const int ShownLast = 4;

    /// <param name="text">The text.</param>
    /// <param name="secrets">The merchant's.</param>
    /// <param name="order">The order id that the text is about: digits that stand in it are the merchant's words, not a card.</param>
    public static string Apply(string text, MerchantSecrets secrets, string? order = null) => Cards(Secrets(text, secrets), card: null, order);

    /// <summary>Takes out the secrets, the credentials of addresses among them, and nothing else.</summary>
    public static string Secrets(string text, MerchantSecrets secrets)
    {
        text = LinkCredentials.Hide(text);
        if (secrets.Payout.Length > 0)
            text = text.Replace(secrets.Payout, Dots, StringComparison.Ordinal);
        if (secrets.Receive.Length > 0)
            text = text.Replace(secrets.Receive, Dots, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The same for the beginning of a text, where the cut may have gone through a secret or a card number.</summary>
    public static string OfBeginning(string text, MerchantSecrets secrets, string? order = null)
    {
        text = CardDigits.HideCut(Apply(text, secrets, order), Dots);
        return WithoutCut(secrets.Receive, WithoutCut(secrets.Payout, text));
    }

    /// <summary>Masks the card of a call wherever it stands, between other digits too, and all that is another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="card">What the call pays to.</param>
    /// <param name="order">Its order id: digits that stand in it are the merchant's words, not a card.</param>
    public static string Cards(string text, string? card, string? order = null) =>
        CardDigits.Hide(text, card is not null && CardNumber.IsWellFormed(card) ? card : null, order);

    /// <summary>Masks what is a card number, in whatever disguise.</summary>
    public static string Cards(string text) => CardDigits.Hide(text);

    /// <summary>Leaves of all digits the first six and the last four; the rest of the text shows how they were written.</summary>
    public static string Digits(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        if (digits <= ShownFirst + ShownLast)
            return text;
        return string.Create(text.Length, (text, digits), static (shown, whole) =>
        {
            var seen = 0;
            for (var i = 0; i < shown.Length; i++)
            {
                var character = whole.text[i];
                var isHidden = char.IsAsciiDigit(character) && ++seen > ShownFirst && seen <= whole.digits - ShownLast;
                shown[i] = isHidden ? 'X' : character;
            }
        });
    }

    private static string WithoutCut(string secret, string text)
    {
        for (var length = secret.Length - 1; length >= ShortestCut; length--)
        {
            if (text.AsSpan().EndsWith(secret.AsSpan(0, length), StringComparison.Ordinal))
                return string.Concat(text.AsSpan(0, text.Length - length), Dots);
        }

        return text;
    }
}
