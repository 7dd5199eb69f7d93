using System.Text.Json.Serialization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Testing;

/// <summary>
/// What can be chosen about a merchant. What is left out is the default for a new one, and stays as it is for one that is changed.
/// </summary>
public sealed class MerchantSettings
{
    /// <summary>Its number; a fresh one when left out. A merchant keeps it.</summary>
    public long? Id { get; set; }

    /// <summary>What signs payouts and their callbacks; made up when left out.</summary>
    public string? PayoutSecret { get; set; }

    /// <summary>
    /// What signs savings of cards, their callbacks and the older status calls; made up, or the payout secret where that is given, when
    /// left out.
    /// </summary>
    public string? ReceiveSecret { get; set; }

    /// <summary>The payout balance, in currency units; for a merchant that is changed it counts at once.</summary>
    public decimal? Balance { get; set; }

    /// <summary>The ISO code of payouts that name none.</summary>
    public string? Currency { get; set; }

    /// <summary>What a payout costs on top, per cent.</summary>
    public decimal? Commission { get; set; }

    /// <summary>The distance from UTC of the dates in callbacks, in whole minutes.</summary>
    [JsonConverter(typeof(UtcOffsetJson))]
    public TimeSpan? UtcOffset { get; set; }

    /// <summary>How long a payout stays in process, by the merchant's clock.</summary>
    [JsonConverter(typeof(DurationJson))]
    public TimeSpan? SettleAfter { get; set; }

    /// <summary>The waits before each callback attempt, by the merchant's clock; the first may be zero.</summary>
    [JsonConverter(typeof(DurationListJson))]
    public IReadOnlyList<TimeSpan>? CallbackSchedule { get; set; }

    /// <summary>How long a callback attempt may take, in real time.</summary>
    [JsonConverter(typeof(DurationJson))]
    public TimeSpan? CallbackTimeout { get; set; }

    /// <summary>Methods that are switched off, such as <c>p2p2nonreg</c> and <c>to_iban</c>.</summary>
    public IReadOnlyList<string>? DisabledMethods { get; set; }

    /// <summary>
    /// Makes payment ids, references, salts, chance and made-up secrets repeatable; from the next reset on for a merchant that is changed.
    /// </summary>
    public long? Seed { get; set; }

    /// <summary>The moment at which its clock stands at first; from the next reset on for a merchant that is changed.</summary>
    [JsonConverter(typeof(MomentJson))]
    public DateTimeOffset? Clock { get; set; }

    /// <summary>Which error answers are signed.</summary>
    public SignErrors? SignErrors { get; set; }

    /// <summary>What becomes of a second payout under one order id.</summary>
    public DuplicateOrder? DuplicateOrder { get; set; }

    /// <summary>What becomes of a payout to a valid card that is no test card.</summary>
    public UnknownCards? UnknownCards { get; set; }

    /// <summary>How the answer says that a payout is in process.</summary>
    public ProcessAnswer? ProcessAnswer { get; set; }

    /// <summary>Whether a failed payout is called back.</summary>
    public FailedCallbacks? FailedCallbacks { get; set; }

    /// <summary>What signs a callback whose address ends in a slash.</summary>
    public CallbackScriptName? CallbackScriptName { get; set; }

    /// <summary>Whether the check digits of IBAN and IIN must be right.</summary>
    public bool? StrictBankDetails { get; set; }
}

/// <summary>What becomes of a second payout under one order id.</summary>
public enum DuplicateOrder
{
    /// <summary>It is refused with 9991.</summary>
    Refuse,

    /// <summary>It is made.</summary>
    Accept,
}

/// <summary>Whether a failed payout is called back.</summary>
public enum FailedCallbacks
{
    /// <summary>It is.</summary>
    Send,

    /// <summary>It is not.</summary>
    Skip,
}

/// <summary>How the answer says that a payout is in process.</summary>
public enum ProcessAnswer
{
    /// <summary>As pg_status=process.</summary>
    Process,

    /// <summary>As pg_status=ok with pg_payment_status=process.</summary>
    OkWithPaymentStatus,
}

/// <summary>Which error answers are signed.</summary>
public enum SignErrors
{
    /// <summary>Those that the vendor documents as signed.</summary>
    Documented,

    /// <summary>None.</summary>
    Never,

    /// <summary>All.</summary>
    Always,
}

/// <summary>What becomes of a payout to a valid card that is no test card.</summary>
public enum UnknownCards
{
    /// <summary>It succeeds.</summary>
    Succeed,

    /// <summary>It fails with 99999.</summary>
    Refuse,
}
