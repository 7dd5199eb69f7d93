using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>A merchant as the admin API shows it. All but the secrets can be sent back to change it.</summary>
internal sealed record MerchantView
{
    public required long Id { get; init; }

    [Description("Only where the merchant was just made: signs payouts and callbacks.")]
    public string? PayoutSecret { get; init; }

    [Description("Only where the merchant was just made: signs the older status calls.")]
    public string? ReceiveSecret { get; init; }

    [Description("The payout balance now, in currency units.")]
    public required decimal Balance { get; init; }

    [Description("Of payouts that name none.")]
    public required string Currency { get; init; }

    [Description("What a payout costs on top, per cent.")]
    public required decimal Commission { get; init; }

    [Description("Its local time in callbacks, such as +06:00.")]
    public required string UtcOffset { get; init; }

    [Description("How long a payout stays in process, such as 5s.")]
    public required string SettleAfter { get; init; }

    [Description("Waits before each callback attempt.")]
    public required IReadOnlyList<string> CallbackSchedule { get; init; }

    [Description("How long a callback attempt may take.")]
    public required string CallbackTimeout { get; init; }

    [Description("Methods of the gateway that are switched off for it.")]
    public required IReadOnlyList<string> DisabledMethods { get; init; }

    [Description("Of payment ids, references, salts and chance; left out where it was drawn.")]
    public long? Seed { get; init; }

    [Description("Where its clock begins: machine, or the moment at which it stands.")]
    public required string Clock { get; init; }

    public required SignErrors SignErrors { get; init; }

    public required DuplicateOrder DuplicateOrder { get; init; }

    public required UnknownCards UnknownCards { get; init; }

    public required ProcessAnswer ProcessAnswer { get; init; }

    public required FailedCallbacks FailedCallbacks { get; init; }

    public required CallbackScriptName CallbackScriptName { get; init; }

    [Description("Whether IBAN, IIN and BIK must pass their checks.")]
    public required bool StrictBankDetails { get; init; }

    public static MerchantView From(Merchant merchant, Amount balance) => new()
    {
        Id = merchant.Id,
        Balance = DomainWords.Format(balance),
        Currency = merchant.Currency,
        Commission = merchant.CommissionPercent,
        UtcOffset = SettingFormatter.OfOffset(merchant.UtcOffset),
        SettleAfter = DurationText.Format(merchant.SettleAfter),
        CallbackSchedule = [.. merchant.Schedule.Waits.Select(DurationText.Format)],
        CallbackTimeout = DurationText.Format(merchant.CallbackTimeout),
        DisabledMethods = [.. merchant.DisabledMethods.Order(StringComparer.Ordinal)],
        Seed = merchant.Seed,
        Clock = merchant.ClockStandsAt is { } moment ? moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", System.Globalization.CultureInfo.InvariantCulture) : "machine",
        SignErrors = merchant.Switches.SignErrors,
        DuplicateOrder = merchant.Switches.DuplicateOrder,
        UnknownCards = merchant.Switches.UnknownCards,
        ProcessAnswer = merchant.Switches.ProcessAnswer,
        FailedCallbacks = merchant.Switches.FailedCallbacks,
        CallbackScriptName = merchant.Switches.CallbackScriptName,
        StrictBankDetails = merchant.Switches.StrictBankDetails,
    };

    /// <summary>With the secrets, for the caller who just created the merchant.</summary>
    public MerchantView With(MerchantSecrets secrets) => this with { PayoutSecret = secrets.Payout, ReceiveSecret = secrets.Receive };

    /// <summary>Never with the secrets.</summary>
    public override string ToString() => $"merchant {Id}";
}

/// <summary>All merchants, by their ids.</summary>
internal sealed record MerchantList(IReadOnlyList<MerchantView> Merchants);

/// <summary>A saved card as the admin API shows it.</summary>
internal sealed record SavedCardView(
    [property: Description("What reg2reg pays to: pg_card_token_to.")] string Token,
    [property: Description("The card, masked.")] string Card,
    [property: Description("Whose it is: pg_user_id.")] string UserId);

/// <summary>How a merchant's settings are written as JSON where sandboxes share them: as the admin API writes them.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(MerchantView))]
internal sealed partial class MerchantJson : JsonSerializerContext;
