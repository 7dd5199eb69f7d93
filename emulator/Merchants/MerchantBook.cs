using System.Collections.Concurrent;
using System.Globalization;
using FreedomPaySandbox.Emulator.Findings;

namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>The merchants this sandbox knows, each with the account it has now.</summary>
internal sealed class MerchantBook
{
    private readonly ConcurrentDictionary<long, Account> _byMerchant = new();
    private readonly ConcurrentDictionary<long, Account> _byNumber = new();
    private SecretSet? _secrets;

    /// <summary>Beats when anything of any merchant changes.</summary>
    public Pulse Pulse { get; } = new();

    /// <summary>What was found of all merchants, also of those that are gone.</summary>
    public FindingTally Findings { get; } = new();

    public IEnumerable<Account> All => _byMerchant.Values.OrderBy(account => account.Merchant.Id);

    /// <summary>The secrets of all of them.</summary>
    public SecretSet Secrets => Volatile.Read(ref _secrets) is { } known ? known : _secrets = new SecretSet(_byMerchant.Values.Select(account => account.Merchant.Secrets));

    public int Count => _byMerchant.Count;

    public Account? Find(long merchantId) => _byMerchant.GetValueOrDefault(merchantId);

    /// <summary>Finds by the id as sent: digits only, no leading zero, nothing around them.</summary>
    public Account? Find(string? merchantId) =>
        long.TryParse(merchantId, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && string.Equals(number.ToString(CultureInfo.InvariantCulture), merchantId, StringComparison.Ordinal)
            ? Find(number)
            : null;

    /// <summary>The account of that number, if it is still some merchant's.</summary>
    public Account? ByNumber(long number) => _byNumber.GetValueOrDefault(number);

    /// <summary>Enters an account, in the place of the merchant's last one.</summary>
    public void Enter(Account account)
    {
        _byNumber[account.Number] = account;
        if (_byMerchant.TryGetValue(account.Merchant.Id, out var last))
            _byNumber.TryRemove(last.Number, out _);
        _byMerchant[account.Merchant.Id] = account;
        Volatile.Write(ref _secrets, null);
    }

    public void Strike(Account account)
    {
        _byMerchant.TryRemove(KeyValuePair.Create(account.Merchant.Id, account));
        _byNumber.TryRemove(account.Number, out _);
        Volatile.Write(ref _secrets, null);
    }
}
