using System.Collections.Concurrent;
using System.Globalization;

namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>The merchants this sandbox knows.</summary>
internal sealed class MerchantBook(IEnumerable<Merchant> merchants)
{
    private readonly ConcurrentDictionary<long, Merchant> _merchants = new(merchants.Select(m => KeyValuePair.Create(m.Id, m)));

    public IEnumerable<Merchant> All => _merchants.Values.OrderBy(merchant => merchant.Id);

    public Merchant? Find(long id) => _merchants.GetValueOrDefault(id);

    /// <summary>Finds by the id as sent: digits only, no leading zero, nothing around them.</summary>
    public Merchant? Find(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && string.Equals(number.ToString(CultureInfo.InvariantCulture), id, StringComparison.Ordinal)
            ? Find(number)
            : null;
}
