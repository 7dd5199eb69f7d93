using System.Collections.Concurrent;
using System.Globalization;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Findings;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Registry;

/// <summary>The merchants this sandbox knows, each with the state it has now.</summary>
internal sealed class MerchantRegistry
{
    private readonly ConcurrentDictionary<long, MerchantState> _byMerchant = new();
    private readonly ConcurrentDictionary<long, MerchantState> _byNumber = new();
    private SecretSet? _secrets;

    /// <summary>Notified when anything of any merchant changes.</summary>
    public ChangeSignal Changes { get; } = new();

    /// <summary>What was found of all merchants, also of those that are gone.</summary>
    public FindingCounters Findings { get; } = new();

    public IEnumerable<MerchantState> All => _byMerchant.Values.OrderBy(state => state.Merchant.Id);

    /// <summary>The secrets of all of them.</summary>
    public SecretSet Secrets => Volatile.Read(ref _secrets) is { } known ? known : _secrets = new SecretSet(_byMerchant.Values.Select(state => state.Merchant.Secrets));

    public int Count => _byMerchant.Count;

    public MerchantState? Find(long merchantId) => _byMerchant.GetValueOrDefault(merchantId);

    /// <summary>Finds by the id as sent: digits only, no leading zero, nothing around them.</summary>
    public MerchantState? Find(string? merchantId) =>
        long.TryParse(merchantId, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && string.Equals(number.ToString(CultureInfo.InvariantCulture), merchantId, StringComparison.Ordinal)
            ? Find(number)
            : null;

    /// <summary>The state of that epoch, if it is still some merchant's.</summary>
    public MerchantState? FindEpoch(long number) => _byNumber.GetValueOrDefault(number);

    /// <summary>Enters a state, in the place of the merchant's last one.</summary>
    public void Register(MerchantState state)
    {
        _byNumber[state.Epoch] = state;
        if (_byMerchant.TryGetValue(state.Merchant.Id, out var last))
            _byNumber.TryRemove(last.Epoch, out _);
        _byMerchant[state.Merchant.Id] = state;
        Volatile.Write(ref _secrets, null);
    }

    public void Remove(MerchantState state)
    {
        _byMerchant.TryRemove(KeyValuePair.Create(state.Merchant.Id, state));
        _byNumber.TryRemove(state.Epoch, out _);
        Volatile.Write(ref _secrets, null);
    }
}
