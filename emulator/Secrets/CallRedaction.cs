using System.Buffers;
using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Secrets;

/// <summary>
/// Takes out of the texts of one call what must not be kept, and cuts them. Most texts have nothing in them, and cost little.
/// </summary>
internal readonly struct CallRedaction
{
    private const string Cut = "…";

    private readonly MerchantSecrets _secrets;
    private readonly SecretSet? _all;
    private readonly string? _card;
    private readonly string? _order;

    /// <param name="secrets">The merchant's, if it is known.</param>
    /// <param name="card">What the call sent as the card to pay to: taken out everywhere, between other digits too.</param>
    /// <param name="order">What is known as the order id: it stays as it was sent, wherever it stands, but for a secret or a known card in
    /// it.</param>
    /// <param name="all">Those of all merchants, where nobody knows whose call it is.</param>
    public CallRedaction(MerchantSecrets? secrets, string? card, string? order = null, SecretSet? all = null)
    {
        (_secrets, _all) = (secrets ?? MerchantSecrets.Published, secrets is null ? all : null);
        _card = card is not null && CardNumber.IsWellFormed(card) ? card : null;
        _order = OrderId.AsSent(order, card);
    }

    /// <summary>Whether a field is called a secret. Its value is one then, of any merchant.</summary>
    public static bool NamesSecret(string name) => name.Contains("secret", StringComparison.OrdinalIgnoreCase);

    public string Apply(string text, int limit)
    {
        if (_all is not null)
            text = _all.Hide(text);
        if (text.Length > limit)
            return Redaction.Cards(Redaction.OfBeginning(Beginning(text, limit), _secrets, _order), _card, _order) + Cut;

        // Secrets first: one may be all digits, and no mask should show a part of it.
        if (HasSecret(text))
            text = Redaction.Secrets(text, _secrets);
        return CardDigits.Hide(text, _card, _order);
    }

    /// <summary>Whether a text would stay as it is.</summary>
    /// <param name="text">In UTF-8.</param>
    /// <param name="limit">In characters. No text has more of them than bytes.</param>
    public bool Leaves(ReadOnlySpan<byte> text, int limit)
    {
        if (text.Length > limit)
            return false;
        var room = ArrayPool<char>.Shared.Rent(text.Length);
        var characters = room.AsSpan(0, Encoding.UTF8.GetChars(text, room));
        var leaves = !HasSecret(characters) && !CardDigits.MayBeIn(characters);
        ArrayPool<char>.Shared.Return(room);
        return leaves;
    }

    /// <summary>What stands where a card number should: of its digits only the first six and the last four, right or wrong.</summary>
    public string OfCard(string text, int limit)
    {
        if (HasSecret(text))
            return Redaction.Digits(Apply(text, limit));
        return CardNumber.IsWellFormed(text) ? CardNumber.Mask(text) : Apply(Redaction.Digits(text), limit);
    }

    private bool HasSecret(ReadOnlySpan<char> text) => Has(text, _secrets.Payout) || Has(text, _secrets.Receive) || LinkCredentials.AreIn(text) || _all?.AreIn(text) == true;

    private static bool Has(ReadOnlySpan<char> text, string secret) =>
        secret.Length > 0 && text.Length >= secret.Length && text.Contains(secret, StringComparison.Ordinal);

    // Not through the middle of a character.
    private static string Beginning(string text, int limit) => text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
}
