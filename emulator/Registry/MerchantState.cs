using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Findings;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Registry;

/// <summary>
/// All that a merchant has between two resets: its state in the store, its clock, rules, journal and counts. A reset gives the
/// merchant another one, and work that is still under way for the old one changes nothing that anybody sees.
/// </summary>
#pragma warning disable CA1001 // Without timer and wait handle, its token source and semaphore hold nothing to dispose of.
internal sealed class MerchantState
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _closing = new();
    private Merchant _merchant;
    private ActiveRules _rules;
    private long _refusals;
    private long _inquiries;

    public MerchantState(Merchant merchant, StoredMerchantState stored, ActiveRules rules, JournalFactory room, SandboxClock machine, ChangeSignal? changes = null, FindingCounters? tally = null)
    {
        Changes = changes ?? new ChangeSignal();
        (_merchant, Epoch, Seed, _rules) = (merchant, stored.Epoch, stored.Seed, rules);
        RulesVersion = stored.Rules.Put;
        Clock = new MerchantClock(machine, stored.Clock);
        Journal = room.Create(merchant.Id, Changes);
        Misuse = new MisuseDetector(merchant.Id, tally ?? new FindingCounters());
    }

    /// <summary>The number of this time between two resets. The store keeps all that belongs to it under this number.</summary>
    public long Epoch { get; }

    public Seed Seed { get; }

    public MerchantClock Clock { get; }

    public MerchantJournal Journal { get; }

    /// <summary>Sees what the merchant does that will hurt in production.</summary>
    public MisuseDetector Misuse { get; }

    /// <summary>Notified when anything changes that a test may wait for. It outlives resets, and so do those who wait.</summary>
    public ChangeSignal Changes { get; }

    public DeliveryCounters Deliveries { get; } = new();

    /// <summary>One at a time moves the clock.</summary>
    public SemaphoreSlim ClockLock { get; } = new(1, 1);

    /// <summary>Cancelled when the state is closed: attempts under way need not end.</summary>
    public CancellationToken Closed => _closing.Token;

    /// <summary>The merchant as it is configured at the moment.</summary>
    public Merchant Merchant
    {
        get => Volatile.Read(ref _merchant);
        set => Volatile.Write(ref _merchant, value);
    }

    public ActiveRules Rules
    {
        get => Volatile.Read(ref _rules);
        private set => Volatile.Write(ref _rules, value);
    }

    /// <summary>How often the rules were put by anybody who shares the store.</summary>
    public int RulesVersion { get; private set; }

    /// <summary>Replaces the rules. Their counts start at zero.</summary>
    public void ReplaceRules(ActiveRules rules, int put = 0)
    {
        (Rules, RulesVersion) = (rules, put);
        Changes.Notify();
    }

    /// <summary>The salt of a payout's answer belongs to the payout: asked again, it is the same (E-10).</summary>
    public string GetSalt(Payout payout) => Seed.Salt("payout", payout.PaymentId);

    /// <summary>The salt of the next refusal, which leaves no trace but this count.</summary>
    public string NextRefusalSalt() => Seed.Salt("refusal", Interlocked.Increment(ref _refusals));

    /// <summary>The salt of the next answer to an inquiry.</summary>
    public string NextInquirySalt() => Seed.Salt("inquiry", Interlocked.Increment(ref _inquiries));

    public async Task CloseAsync()
    {
        Misuse.FindingsAt(Clock.Now);
        Journal.Dispose();
        await _closing.CancelAsync();
        Changes.Notify();
    }

    public override string ToString() => $"account {Epoch} of {Merchant}";
}

/// <summary>Counts the callback attempts of a merchant, by what they came to.</summary>
internal sealed class DeliveryCounters
{
    private long _made;
    private long _delivered;
    private long _dead;

    public DeliveryCounts Count => new(Interlocked.Read(ref _made), Interlocked.Read(ref _delivered), Interlocked.Read(ref _dead));

    public void Add(CallbackState state)
    {
        Interlocked.Increment(ref _made);
        if (state == CallbackState.Delivered)
            Interlocked.Increment(ref _delivered);
        else if (state == CallbackState.Dead)
            Interlocked.Increment(ref _dead);
    }
}

/// <summary>The state that a merchant had before a reset, and the one it has since.</summary>
internal sealed record StateChange(MerchantState Old, MerchantState Fresh);
