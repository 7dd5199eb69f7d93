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
internal readonly record struct StoreChange(StoreChangeKind Kind, long Number = 0, int Line = 0, long From = 0)
{
    public static StoreChange Everything { get; } = new(StoreChangeKind.Everything);

    public static StoreChange OfAccount(long number) => new(StoreChangeKind.Epoch, number);

    public static StoreChange OfMerchant(long id) => new(StoreChangeKind.Merchant, id);

    /// <returns>Nothing when it is none of ours.</returns>
    public static StoreChange? TryParse(string text) =>
        text.Split(' ') is [var kind, var number, var line, var from]
        && Enum.TryParse<StoreChangeKind>(kind, ignoreCase: true, out var known)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var about)
        && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var whose)
        && long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var sender)
            ? new StoreChange(known, about, whose, sender)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Number} {Line} {From}").ToLowerInvariant();
}
