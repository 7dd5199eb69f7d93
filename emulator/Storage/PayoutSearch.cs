using System.Globalization;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What somebody typed to find payouts by: a part of the order id, the payment id, or the end of a masked card or account.</summary>
internal sealed record PayoutSearch
{
    /// <summary>More than the longest order id.</summary>
    private const int MaxLength = 100;

    private const int ShortestEnd = 4;

    private PayoutSearch(string text) => Text = text;

    /// <summary>What was typed; a card number in it by its mask only, but where it is known to stand in an order id.</summary>
    public string Text { get; }

    /// <summary>What <c>like</c> compares order ids with.</summary>
    public string Order => $"%{Escaped(Text)}%";

    /// <summary>Whether nothing but order ids is looked at.</summary>
    private bool IsOrder { get; init; }

    /// <summary>A payment id, or one that no payout has.</summary>
    public long PaymentId => long.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;

    /// <summary>What <c>like</c> compares masks with; nothing fits an empty one.</summary>
    public string Mask => Text.Length >= ShortestEnd && !IsOrder ? $"%{Escaped(Text)}" : "";

    /// <summary>Nothing where nothing was typed.</summary>
    public static PayoutSearch? TryParse(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
            return null;
        text = text.Length > MaxLength ? text[..MaxLength] : text;
        var digits = text.Replace(" ", "", StringComparison.Ordinal);
        return new PayoutSearch(CardNumber.IsWellFormed(digits) ? CardNumber.Mask(digits) : Secrets.Redaction.Cards(text));
    }

    /// <summary>Looks for what was typed as it is: the digits of an order id may look like a card number. Nothing where no order id can hold it.</summary>
    public static PayoutSearch? OfOrder(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= MaxLength } text && !OrderId.HoldsCard(text, card: null) ? new PayoutSearch(text) { IsOrder = true } : null;

    public override string ToString() => Text;

    private static string Escaped(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
