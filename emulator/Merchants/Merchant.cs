using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>A merchant as configured: who it is, what it may do, and how the gateway treats it. Its balance lives in the store.</summary>
internal sealed record Merchant(long Id, MerchantSecrets Secrets)
{
    public const long DefaultId = 9970;

    public static Merchant Default { get; } = new(DefaultId, MerchantSecrets.Published);

    /// <summary>What the payout balance is when the store first hears of the merchant.</summary>
    public Amount OpeningBalance { get; init; } = Amount.FromUnits(1_000_000_000);

    public string Currency { get; init; } = "KGS";

    /// <summary>Fixed distance from UTC of the dates in callbacks (section 5 of the vendor's status pages).</summary>
    public TimeSpan UtcOffset { get; init; } = TimeSpan.FromHours(6);

    /// <summary>What the merchant pays on top of each payout, per cent of its amount.</summary>
    public decimal CommissionPercent { get; init; }

    /// <summary>How long a payout in process stays so (C-3).</summary>
    public TimeSpan SettleAfter { get; init; } = TimeSpan.FromSeconds(5);

    public CallbackSchedule Schedule { get; init; } = CallbackSchedule.FreedomPay;

    /// <summary>How long one callback attempt may take (N-10).</summary>
    public TimeSpan CallbackTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Scripts that are switched off (E-11).</summary>
    public IReadOnlySet<string> DisabledMethods { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public MerchantSwitches Switches { get; init; } = new();

    /// <summary>The seed of the merchant's payment ids, references and salts; drawn at first sight when not given.</summary>
    public long? Seed { get; init; }

    /// <summary>The moment at which the merchant's clock stands at first, until it is moved; the machine's time when not given.</summary>
    public DateTimeOffset? ClockStandsAt { get; init; }

    public override string ToString() => $"merchant {Id}";
}

/// <summary>The code with which a request of an unknown merchant is refused (E-5).</summary>
internal enum UnknownMerchantCode
{
    Code9998 = 9998,
    Code9997 = 9997,
    Code101 = 101,
}

/// <summary>How many callback attempts were made, how many of them delivered, and how many left a dead letter.</summary>
internal readonly record struct DeliveryCounts(long Made, long Delivered, long Dead)
{
    public static DeliveryCounts operator +(DeliveryCounts left, DeliveryCounts right) =>
        new(left.Made + right.Made, left.Delivered + right.Delivered, left.Dead + right.Dead);

    public static DeliveryCounts operator -(DeliveryCounts left, DeliveryCounts right) =>
        new(left.Made - right.Made, left.Delivered - right.Delivered, left.Dead - right.Dead);
}
