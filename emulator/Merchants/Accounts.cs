using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Sharing;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>
/// Opens, changes, empties and closes the accounts of merchants, in the store and in the book, and follows the sandboxes that share the
/// store in what they do of this.
/// </summary>
#pragma warning disable CA1001 // A SemaphoreSlim without a wait handle holds nothing to dispose of.
internal sealed class Accounts(MerchantBook book, SandboxStore store, SandboxSettings settings, JournalRoom room, SandboxClock machine)
#pragma warning restore CA1001
{
    /// <summary>A sandbox is for tests, and each merchant costs memory.</summary>
    public const int MaxMerchants = 10_000;

    private readonly SemaphoreSlim _changing = new(1, 1);
    private readonly SharedMerchants? _shared = store.News is null ? null : new SharedMerchants(settings.Merchants);
    private ClockReading _startClock = ClockReading.Machine;

    /// <summary>Where the clock of a merchant is that begins: as the sandbox's own was moved, unless the merchant says otherwise.</summary>
    public ClockReading StartClock => Volatile.Read(ref _startClock);

    /// <summary>The rules that every merchant starts with, and goes back to.</summary>
    public RuleSet StartRules => settings.Rules;

    /// <summary>Takes in the merchants of the settings, with the accounts they had if the store knows them, and those that others have made.</summary>
    public async Task OpenAsync()
    {
        if (_shared is not null)
            await FollowStartClockAsync();
        foreach (var merchant in settings.Merchants)
        {
            using var _ = await HoldAsync();
            Enter(merchant, await store.Accounts.OpenAsync(merchant, SeedOf(merchant), StartClockOf(merchant)));
        }

        if (_shared is not null)
            await FollowAsync();
    }

    /// <summary>Makes a merchant: with the account it had, if the store knows it.</summary>
    /// <returns>Nothing when there is a merchant of that id already.</returns>
    public async Task<Account?> MakeAsync(Merchant merchant)
    {
        Account? made;
        using (await HoldAsync())
            made = book.Find(merchant.Id) is null ? await EnterNewAsync(merchant) : null;
        await HeardAsync();
        return made;
    }

    /// <summary>Makes a merchant under an id that none has had in this store, not even one that was removed.</summary>
    /// <param name="make">Makes the merchant of that id.</param>
    public async Task<Account> MakeAsync(Func<long, Merchant> make)
    {
        Account? made = null;
        using (await HoldAsync())
        {
            // Somebody who shares the store may have chosen the id meanwhile.
            while (made is null)
                made = await EnterNewAsync(make(await store.Merchants.NextIdAsync()));
        }

        await HeardAsync();
        return made;
    }

    /// <summary>Makes a merchant what it shall be from now on.</summary>
    public async Task ChangeAsync(Account account, Merchant merchant)
    {
        using (await HoldAsync())
        {
            if (_shared is not null)
                await store.Merchants.PutAsync(merchant.Id, _shared.Close(merchant));
            account.Merchant = merchant;
        }

        await HeardAsync();
        account.Pulse.Beat();
    }

    /// <summary>Gives a merchant other rules, or those that it started with.</summary>
    public async Task PutRulesAsync(Account account, RuleSet? rules)
    {
        using (await HoldAsync())
        {
            var put = _shared is null ? 0 : await store.Accounts.PutRulesAsync(account.Number, rules is null ? null : _shared.Close(rules, account));
            account.Put(BookOf(rules ?? StartRules, account.Number, put ?? 0), put ?? 0);
        }

        await HeardAsync();
    }

    /// <summary>Moves the clock that new merchants start with.</summary>
    public async Task PutStartClockAsync(ClockReading clock)
    {
        if (_shared is not null)
            await store.Merchants.KeepStartClockAsync(clock);
        Volatile.Write(ref _startClock, clock);
        await HeardAsync();
    }

    /// <summary>Empties a merchant: payouts, callbacks, journal; balance, clock, rules and counts as they were at first.</summary>
    /// <returns>The account it had and the one it has now, or nothing when there is no such merchant.</returns>
    public async Task<AccountChange?> ResetAsync(long merchantId)
    {
        AccountChange change;
        using (await HoldAsync())
        {
            if (book.Find(merchantId) is not { } old)
                return null;
            change = new AccountChange(old, Enter(old.Merchant, await RenewAsync(old)));
            await old.CloseAsync();
        }

        await HeardAsync();
        return change;
    }

    /// <summary>Removes a merchant with all it has.</summary>
    /// <returns>The account it had, or nothing when there is no such merchant.</returns>
    public async Task<Account?> CloseAsync(long merchantId)
    {
        Account? account;
        using (await HoldAsync())
        {
            if ((account = book.Find(merchantId)) is null)
                return null;
            await store.Accounts.CloseAsync(account.Number);
            book.Strike(account);
            await account.CloseAsync();
        }

        await HeardAsync();
        return account;
    }

    /// <summary>Takes over what others have made of a merchant.</summary>
    /// <returns>The account that is closed by that, if one is.</returns>
    public async Task<Account?> FollowAsync(long merchantId)
    {
        using var _ = await HoldAsync();
        return await FollowAsync(merchantId, await store.Merchants.FindAsync(merchantId, CancellationToken.None));
    }

    /// <summary>Takes over what others have made of all merchants.</summary>
    /// <returns>The accounts that are closed by that.</returns>
    public async Task<IReadOnlyList<Account>> FollowAsync()
    {
        await FollowStartClockAsync();
        using var _ = await HoldAsync();
        var stored = (await store.Merchants.AllAsync(CancellationToken.None)).ToDictionary(merchant => merchant.Id);
        var closed = new List<Account>();
        foreach (var id in book.All.Select(account => account.Merchant.Id).Union(stored.Keys).ToList())
        {
            if (await FollowAsync(id, stored.GetValueOrDefault(id)) is { } account)
                closed.Add(account);
        }

        return closed;
    }

    /// <summary>Takes over where others have moved the clock that new merchants start with.</summary>
    public async Task FollowStartClockAsync() => Volatile.Write(ref _startClock, await store.Merchants.StartClockAsync(CancellationToken.None));

    /// <summary>Takes over where others have moved a merchant's clock.</summary>
    public async Task FollowClockAsync(Account account)
    {
        if (await store.Merchants.FindAsync(account.Merchant.Id, CancellationToken.None) is { } stored && stored.Account.Number == account.Number)
            account.Clock.Reading = stored.Account.Clock;
    }

    /// <summary>Where the clock of that merchant begins.</summary>
    public ClockReading StartClockOf(Merchant merchant) =>
        merchant.ClockStandsAt is { } moment ? new ClockReading(TimeSpan.Zero, moment) : StartClock;

    private async Task<Account?> FollowAsync(long merchantId, StoredMerchant? stored)
    {
        var known = book.Find(merchantId);
        if (stored is not null && (_shared!.Open(stored) ?? known?.Merchant) is { } merchant)
        {
            if (known?.Number == stored.Account.Number)
            {
                await FollowAsync(known, merchant, stored.Account);
                return null;
            }

            Enter(merchant, stored.Account);
        }
        else if (known is not null)
        {
            book.Strike(known);
        }

        await (known?.CloseAsync() ?? Task.CompletedTask);
        return known;
    }

    private async Task FollowAsync(Account account, Merchant merchant, StoredAccount stored)
    {
        account.Merchant = merchant;
        if (account.RulesPut != stored.Rules.Put)
            account.Put(BookOf(stored), stored.Rules.Put);

        // Whoever moves it here at the moment writes it when done, and then everybody follows.
        if (account.Clock.Reading != stored.Clock && account.Steering.Wait(0, CancellationToken.None))
        {
            try
            {
                await FollowClockAsync(account);
            }
            finally
            {
                account.Steering.Release();
            }
        }

        account.Pulse.Beat();
    }

    // Somebody who shares the store may have been faster: then what that one opened is emptied.
    private async Task<StoredAccount> RenewAsync(Account old)
    {
        var (merchant, number) = (old.Merchant, old.Number);
        while (true)
        {
            if (await store.Accounts.RenewAsync(number, merchant, SeedOf(merchant), StartClockOf(merchant)) is { } renewed)
                return renewed;
            number = (await store.Accounts.OpenAsync(merchant, SeedOf(merchant), StartClockOf(merchant))).Number;
        }
    }

    private async Task<Account?> EnterNewAsync(Merchant merchant)
    {
        var (seed, clock) = (SeedOf(merchant), StartClockOf(merchant));
        var stored = _shared is null
            ? await store.Accounts.OpenAsync(merchant, seed, clock)
            : await store.Merchants.AddAsync(merchant, _shared.Close(merchant), seed, clock);
        return stored is null ? null : Enter(merchant, stored);
    }

    private Account Enter(Merchant merchant, StoredAccount stored)
    {
        var pulse = book.Find(merchant.Id)?.Pulse ?? new Pulse(book.Pulse);
        var account = new Account(merchant, stored, BookOf(stored), room, machine, pulse, book.Findings);
        book.Enter(account);
        return account;
    }

    private RuleBook BookOf(StoredAccount stored) => BookOf(_shared?.Open(stored) ?? StartRules, stored.Number, stored.Rules.Put);

    private RuleBook BookOf(RuleSet rules, long account, int put) =>
        new(rules, _shared is null ? null : position => store.Accounts.CountCallAsync(account, put, position));

    private Task HeardAsync() => store.News?.HeardAsync() ?? Task.CompletedTask;

    private static Seed SeedOf(Merchant merchant) => merchant.Seed is { } given ? new Seed(given) : Seed.Draw();

    private async Task<IDisposable> HoldAsync()
    {
        await _changing.WaitAsync();
        return new Hold(_changing);
    }

    private sealed class Hold(SemaphoreSlim held) : IDisposable
    {
        public void Dispose() => held.Release();
    }
}
