using System.Globalization;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>
/// Where a list goes on: behind something of a merchant. As text <c>4963922019</c>, <c>4963922019-1</c>, and with the merchant before
/// it where a list goes over all: <c>9970:4963922019-1</c>.
/// </summary>
/// <param name="Merchant">Merchants before this one are done with; none where the list is one merchant's.</param>
/// <param name="Id">The last one's id.</param>
/// <param name="Number">Its number, where things of one id are numbered.</param>
internal readonly record struct AdminCursor(long? Merchant, long Id, int Number)
{
    public static AdminCursor? TryParse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var behind = text.AsSpan(colon + 1);
        var dash = behind.IndexOf('-');
        var merchant = 0L;
        var number = 0;
        return (colon < 0 || Whole(text.AsSpan(0, colon), out merchant))
            && Whole(dash < 0 ? behind : behind[..dash], out var id)
            && (dash < 0 || int.TryParse(behind[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out number))
                ? new AdminCursor(colon < 0 ? null : merchant, id, number)
                : null;
    }

    /// <summary>What goes on behind something, for whoever asks for one merchant's things or for all.</summary>
    public static string Text(bool ofOne, long merchant, string id) =>
        ofOne ? id : string.Create(CultureInfo.InvariantCulture, $"{merchant}:{id}");

    /// <summary>Whether a list has not done with this merchant.</summary>
    public bool Reaches(long merchant) => Merchant is null || merchant >= Merchant;

    /// <summary>Whether a list goes on in the middle of this merchant, not at its beginning.</summary>
    public bool IsWithin(long merchant) => Merchant is null || Merchant == merchant;

    private static bool Whole(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
