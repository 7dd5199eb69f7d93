using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Registry;

/// <summary>
/// Opens, changes, empties and closes the states of merchants, in the store and in the book, and follows the sandboxes that share the
/// store in what they do of this.
/// </summary>
#pragma warning disable CA1001 // A SemaphoreSlim without a wait handle holds nothing to dispose of.
internal sealed class MerchantLifecycle(MerchantRegistry book, SandboxStore store, SandboxSettings settings, JournalFactory room, SandboxClock machine)
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

    /// <summary>
    /// Takes in the merchants of the settings, with the states they had if the store knows them, and those that others have made.
    /// </summary>
    public async Task OpenAsync()
    {
        if (_shared is not null)
            await FollowStartClockAsync();
        foreach (var merchant in settings.Merchants)
        {
            using var _ = await HoldAsync();
            Enter(merchant, await store.States.OpenAsync(merchant, GetSeed(merchant), GetStartClock(merchant)));
        }

        if (_shared is not null)
            await FollowAsync();
    }

    /// <summary>Makes a merchant: with the state it had, if the store knows it.</summary>
    /// <returns>Nothing when there is a merchant of that id already.</returns>
    public async Task<MerchantState?> MakeAsync(Merchant merchant)
    {
        MerchantState? made;
        using (await HoldAsync())
            made = book.Find(merchant.Id) is null ? await EnterNewAsync(merchant) : null;
        await HeardAsync();
        return made;
    }

    /// <summary>Makes a merchant under an id that none has had in this store, not even one that was removed.</summary>
    /// <param name="make">Makes the merchant of that id.</param>
    public async Task<MerchantState> MakeAsync(Func<long, Merchant> make)
    {
        MerchantState? made = null;
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
    public async Task ChangeAsync(MerchantState state, Merchant merchant)
    {
        using (await HoldAsync())
        {
            if (_shared is not null)
                await store.Merchants.PutAsync(merchant.Id, _shared.Close(merchant));
            state.Merchant = merchant;
        }

        await HeardAsync();
        state.Changes.Notify();
    }

    /// <summary>Gives a merchant other rules, or those that it started with.</summary>
    public async Task PutRulesAsync(MerchantState state, RuleSet? rules)
    {
        using (await HoldAsync())
        {
            var put = _shared is null ? 0 : await store.States.PutRulesAsync(state.Epoch, rules is null ? null : _shared.Close(rules, state));
            state.ReplaceRules(GetBook(rules ?? StartRules, state.Epoch, put ?? 0), put ?? 0);
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
    /// <returns>The state it had and the one it has now, or nothing when there is no such merchant.</returns>
    public async Task<StateChange?> ResetAsync(long merchantId)
    {
        StateChange change;
        using (await HoldAsync())
        {
            if (book.Find(merchantId) is not { } old)
                return null;
            change = new StateChange(old, Enter(old.Merchant, await RenewAsync(old)));
            await old.CloseAsync();
        }

        await HeardAsync();
        return change;
    }

    /// <summary>Removes a merchant with all it has.</summary>
    /// <returns>The state it had, or nothing when there is no such merchant.</returns>
    public async Task<MerchantState?> CloseAsync(long merchantId)
    {
        MerchantState? state;
        using (await HoldAsync())
        {
            if ((state = book.Find(merchantId)) is null)
                return null;
            await store.States.CloseAsync(state.Epoch);
            book.Remove(state);
            await state.CloseAsync();
        }

        await HeardAsync();
        return state;
    }

    /// <summary>Takes over what others have made of a merchant.</summary>
    /// <returns>The state that is closed by that, if one is.</returns>
    public async Task<MerchantState?> FollowAsync(long merchantId)
    {
        using var _ = await HoldAsync();
        return await FollowAsync(merchantId, await store.Merchants.FindAsync(merchantId, CancellationToken.None));
    }

    /// <summary>Takes over what others have made of all merchants.</summary>
    /// <returns>The states that are closed by that.</returns>
    public async Task<IReadOnlyList<MerchantState>> FollowAsync()
    {
        await FollowStartClockAsync();
        using var _ = await HoldAsync();
        var stored = (await store.Merchants.AllAsync(CancellationToken.None)).ToDictionary(merchant => merchant.Id);
        var closed = new List<MerchantState>();
        foreach (var id in book.All.Select(state => state.Merchant.Id).Union(stored.Keys).ToList())
        {
            if (await FollowAsync(id, stored.GetValueOrDefault(id)) is { } state)
                closed.Add(state);
        }

        return closed;
    }

    /// <summary>Takes over where others have moved the clock that new merchants start with.</summary>
    public async Task FollowStartClockAsync() => Volatile.Write(ref _startClock, await store.Merchants.StartClockAsync(CancellationToken.None));

    /// <summary>Takes over where others have moved a merchant's clock.</summary>
    public async Task FollowClockAsync(MerchantState state)
    {
        if (await store.Merchants.FindAsync(state.Merchant.Id, CancellationToken.None) is { } stored && stored.Account.Epoch == state.Epoch)
            state.Clock.Reading = stored.Account.Clock;
    }

    /// <summary>Where the clock of that merchant begins.</summary>
    public ClockReading GetStartClock(Merchant merchant) =>
        merchant.ClockStandsAt is { } moment ? new ClockReading(TimeSpan.Zero, moment) : StartClock;

    private async Task<MerchantState?> FollowAsync(long merchantId, StoredMerchant? stored)
    {
        var known = book.Find(merchantId);
        if (stored is not null && (_shared!.Open(stored) ?? known?.Merchant) is { } merchant)
        {
            if (known?.Epoch == stored.Account.Epoch)
            {
                await FollowAsync(known, merchant, stored.Account);
                return null;
            }

            Enter(merchant, stored.Account);
        }
        else if (known is not null)
        {
            book.Remove(known);
        }

        await (known?.CloseAsync() ?? Task.CompletedTask);
        return known;
    }

    private async Task FollowAsync(MerchantState state, Merchant merchant, StoredMerchantState stored)
    {
        state.Merchant = merchant;
        if (state.RulesVersion != stored.Rules.Put)
            state.ReplaceRules(GetBook(stored), stored.Rules.Put);

        // The sandbox that moves it writes it when done, and then everybody follows.
        if (state.Clock.Reading != stored.Clock && state.ClockLock.Wait(0, CancellationToken.None))
        {
            try
            {
                await FollowClockAsync(state);
            }
            finally
            {
                state.ClockLock.Release();
            }
        }

        state.Changes.Notify();
    }

    // Somebody who shares the store may have been faster: then what that one opened is emptied.
    private async Task<StoredMerchantState> RenewAsync(MerchantState old)
    {
        var (merchant, number) = (old.Merchant, old.Epoch);
        while (true)
        {
            if (await store.States.RenewAsync(number, merchant, GetSeed(merchant), GetStartClock(merchant)) is { } renewed)
                return renewed;
            number = (await store.States.OpenAsync(merchant, GetSeed(merchant), GetStartClock(merchant))).Epoch;
        }
    }

    private async Task<MerchantState?> EnterNewAsync(Merchant merchant)
    {
        var (seed, clock) = (GetSeed(merchant), GetStartClock(merchant));
        var stored = _shared is null
            ? await store.States.OpenAsync(merchant, seed, clock)
            : await store.Merchants.AddAsync(merchant, _shared.Close(merchant), seed, clock);
        return stored is null ? null : Enter(merchant, stored);
    }

    private MerchantState Enter(Merchant merchant, StoredMerchantState stored)
    {
        var changes = book.Find(merchant.Id)?.Changes ?? new ChangeSignal(book.Changes);
        var state = new MerchantState(merchant, stored, GetBook(stored), room, machine, changes, book.Findings);
        book.Register(state);
        return state;
    }

    private ActiveRules GetBook(StoredMerchantState stored) => GetBook(_shared?.Open(stored) ?? StartRules, stored.Epoch, stored.Rules.Put);

    private ActiveRules GetBook(RuleSet rules, long epoch, int put) =>
        new(rules, _shared is null ? null : position => store.States.CountCallAsync(epoch, put, position));

    private Task HeardAsync() => store.News?.HeardAsync() ?? Task.CompletedTask;

    private static Seed GetSeed(Merchant merchant) => merchant.Seed is { } given ? new Seed(given) : Seed.Draw();

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
