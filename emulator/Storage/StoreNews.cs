using System.Globalization;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// What travels between sandboxes that share a store: that something has changed, never what. Whoever hears it reads the store. As text
/// <c>merchant 9970 0 4611686018427387904</c>.
/// </summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Number">Of the account, of the merchant, or of the question.</param>
/// <param name="Line">Whose answer it is.</param>
/// <param name="From">Who tells it.</param>
internal readonly record struct StoreNews(NewsKind Kind, long Number = 0, int Line = 0, long From = 0)
{
    public static StoreNews Everything { get; } = new(NewsKind.Everything);

    public static StoreNews OfAccount(long number) => new(NewsKind.Account, number);

    public static StoreNews OfMerchant(long id) => new(NewsKind.Merchant, id);

    /// <returns>Nothing when it is none of ours.</returns>
    public static StoreNews? Of(string text) =>
        text.Split(' ') is [var kind, var number, var line, var from]
        && Enum.TryParse<NewsKind>(kind, ignoreCase: true, out var known)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var about)
        && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var whose)
        && long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var sender)
            ? new StoreNews(known, about, whose, sender)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Number} {Line} {From}").ToLowerInvariant();
}
