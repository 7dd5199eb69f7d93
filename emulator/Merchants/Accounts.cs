using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>Opens, empties and closes the accounts of merchants, in the store and in the book.</summary>
#pragma warning disable CA1001 // A SemaphoreSlim without a wait handle holds nothing to dispose of.
internal sealed class Accounts(MerchantBook book, SandboxStore store, RuleSet rules, JournalRoom room, SandboxClock machine)
#pragma warning restore CA1001
{
    /// <summary>Fresh ids start here, away from the ids that people choose.</summary>
    private const long FirstFreshId = 10_001;

    /// <summary>A sandbox is for tests, and each merchant costs memory.</summary>
    public const int MaxMerchants = 10_000;

    private readonly SemaphoreSlim _changing = new(1, 1);
    private ClockReading _startClock = ClockReading.Machine;

    /// <summary>Where the clock of a merchant is that begins: as the sandbox's own was moved, unless the merchant says otherwise.</summary>
    public ClockReading StartClock
    {
        get => Volatile.Read(ref _startClock);
        set => Volatile.Write(ref _startClock, value);
    }

    /// <summary>The rules that every merchant starts with, and goes back to.</summary>
    public RuleSet StartRules => rules;

    /// <summary>Takes a merchant in: with the account it had, if the store knows it.</summary>
    /// <returns>Nothing when there is a merchant of that id already.</returns>
    public async Task<Account?> OpenAsync(Merchant merchant)
    {
        using var _ = await HoldAsync();
        return book.Find(merchant.Id) is null ? await EnterAsync(merchant) : null;
    }

    /// <summary>Takes a merchant in under an id that nobody has had, also not in this store before.</summary>
    /// <param name="make">Makes the merchant of that id.</param>
    public async Task<Account> OpenAsync(Func<long, Merchant> make)
    {
        using var _ = await HoldAsync();
        var taken = (await store.MerchantIdsAsync(CancellationToken.None)).ToHashSet();
        var id = FirstFreshId;
        while (taken.Contains(id) || book.Find(id) is not null)
            id++;
        return await EnterAsync(make(id));
    }

    /// <summary>Empties a merchant: payouts, callbacks, journal; balance, clock, rules and counts as they were at first.</summary>
    /// <returns>The account it had and the one it has now, or nothing when there is no such merchant.</returns>
    public async Task<AccountChange?> ResetAsync(long merchantId)
    {
        using var _ = await HoldAsync();
        if (book.Find(merchantId) is not { } old)
            return null;

        var merchant = old.Merchant;
        var seed = merchant.Seed is { } given ? new Seed(given) : Seed.Draw();
        var stored = await store.RenewAccountAsync(old.Number, merchant, seed, StartClockOf(merchant))
            ?? await store.OpenAccountAsync(merchant, seed, StartClockOf(merchant));
        var fresh = new Account(merchant, stored, rules, room, machine, old.Pulse, book.Findings);
        book.Enter(fresh);
        await old.CloseAsync();
        return new AccountChange(old, fresh);
    }

    /// <summary>Removes a merchant with all it has.</summary>
    /// <returns>The account it had, or nothing when there is no such merchant.</returns>
    public async Task<Account?> CloseAsync(long merchantId)
    {
        using var _ = await HoldAsync();
        if (book.Find(merchantId) is not { } account)
            return null;
        await store.CloseAccountAsync(account.Number);
        book.Strike(account);
        await account.CloseAsync();
        return account;
    }

    private async Task<Account> EnterAsync(Merchant merchant)
    {
        var seed = merchant.Seed is { } given ? new Seed(given) : Seed.Draw();
        var account = new Account(merchant, await store.OpenAccountAsync(merchant, seed, StartClockOf(merchant)), rules, room, machine, new Pulse(book.Pulse), book.Findings);
        book.Enter(account);
        return account;
    }

    /// <summary>Where the clock of that merchant begins.</summary>
    public ClockReading StartClockOf(Merchant merchant) =>
        merchant.ClockStandsAt is { } moment ? new ClockReading(TimeSpan.Zero, moment) : StartClock;

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
