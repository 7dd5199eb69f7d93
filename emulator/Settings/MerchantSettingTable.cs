using System.Globalization;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>The settings of a merchant. As flags and variables they are those of the first one.</summary>
internal static class MerchantSettingTable
{
    private const string DurationForm = "a duration such as 5s, 30m, 2h or PT5S";

    // A typed card is no method of the gateway.
    private static readonly IReadOnlyList<string> s_methods = [.. OperationNames.All.Where(method => method != OperationNames.TypedCard)];

    public static readonly IReadOnlyList<Setting<MerchantBuilder>> All =
    [
        new("id", "The merchant's number. Default: 9970", (ref draft, text) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
                ? With(draft, draft.Merchant with { Id = id })
                : "a whole number above 0", draft => SettingFormatter.Format(draft.Merchant.Id)),
        new("payout-secret", "The secret of payouts and their callbacks (S-9)", (ref draft, text) =>
        {
            draft.PayoutSecret = text;
            return text.Length > 0 ? null : "a text that is not empty";
        }, draft => SettingFormatter.OfSecret(draft.Secrets?.Payout)) { IsSecret = true },
        new("receive-secret", "The secret of the older status calls (S-9); the payout secret when left out", (ref draft, text) =>
        {
            draft.ReceiveSecret = text;
            return text.Length > 0 ? null : "a text that is not empty";
        }, draft => SettingFormatter.OfSecret(draft.Secrets?.Receive)) { IsSecret = true },
        new("balance", "The opening payout balance. Default: 1000000000", (ref draft, text) =>
            Amount.TryParse(text, out var balance)
                ? With(draft, draft.Merchant with { OpeningBalance = balance })
                : "an amount such as 1000 or 1000.50", draft => draft.Merchant.OpeningBalance.ToString()),
        new("currency", "The currency of payouts that name none. Default: KGS", (ref draft, text) =>
            text.Length == 3 && text.All(char.IsAsciiLetterUpper)
                ? With(draft, draft.Merchant with { Currency = text })
                : "an ISO code such as KGS, KZT or UZS", draft => draft.Merchant.Currency),
        new("commission", "What a payout costs on top, per cent. Default: 0", (ref draft, text) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100
                ? With(draft, draft.Merchant with { CommissionPercent = percent })
                : "a percentage from 0 to 100", draft => SettingFormatter.Format(draft.Merchant.CommissionPercent)),
        new("utc-offset", "The merchant's local time in callbacks. Default: +06:00", (ref draft, text) =>
            SettingText.UtcOffset(text) is { } offset
                ? With(draft, draft.Merchant with { UtcOffset = offset })
                : "a distance from UTC such as +06:00", draft => SettingFormatter.OfOffset(draft.Merchant.UtcOffset)),
        new("settle-after", "How long a payout stays in process (C-3). Default: 5s", (ref draft, text) =>
            SettingText.Duration(text) is { } duration
                ? With(draft, draft.Merchant with { SettleAfter = duration })
                : DurationForm, draft => DurationText.Format(draft.Merchant.SettleAfter)),
        new("callback-schedule", "Waits before each callback attempt, comma-separated, or freedompay (default), once, steep, long (N-7)", Schedule, draft => SettingFormatter.Format(draft.Merchant.Schedule)),
        new("callback-timeout", "How long a callback attempt may take (N-10). Default: 30s", (ref draft, text) =>
            SettingText.Duration(text) is { } duration && duration > TimeSpan.Zero && duration <= TimeSpan.FromHours(1)
                ? With(draft, draft.Merchant with { CallbackTimeout = duration })
                : DurationForm, draft => DurationText.Format(draft.Merchant.CallbackTimeout)),
        new("disabled-methods", "Methods that are switched off, comma-separated (E-11), such as p2p2nonreg", DisabledMethods, draft => string.Join(',', draft.Merchant.DisabledMethods.Order(StringComparer.Ordinal))),
        new("seed", "Makes payment ids, references and salts repeatable: a whole number", (ref draft, text) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
                ? With(draft, draft.Merchant with { Seed = seed })
                : "a whole number", draft => draft.Merchant.Seed is { } seed ? SettingFormatter.Format(seed) : ""),
        new("clock", "Where the merchant's clock begins: machine (default), or a moment at which it stands, such as 2026-01-15T09:00:00Z", (ref draft, text) =>
        {
            if (text.Equals("machine", StringComparison.OrdinalIgnoreCase))
                return With(draft, draft.Merchant with { ClockStandsAt = null });
            return SettingText.Moment(text) is { } moment
                ? With(draft, draft.Merchant with { ClockStandsAt = moment })
                : "machine, or a moment with its distance from UTC, such as 2026-01-15T09:00:00Z";
        }, draft => SettingFormatter.OfClock(draft.Merchant.ClockStandsAt)),
        Switch<SignErrors>("sign-errors", "Which errors are signed", (all, to) => all with { SignErrors = to }, all => all.SignErrors),
        Switch<DuplicateOrder>("duplicate-order", "A second payout under one order id (E-9)", (all, to) => all with { DuplicateOrder = to }, all => all.DuplicateOrder),
        Switch<UnknownCards>("unknown-cards", "Payouts to cards that are no test cards (C-2)", (all, to) => all with { UnknownCards = to }, all => all.UnknownCards),
        Switch<ProcessAnswer>("process-answer", "How an answer says 'in process' (C-3)", (all, to) => all with { ProcessAnswer = to }, all => all.ProcessAnswer),
        Switch<FailedCallbacks>("failed-callbacks", "Callbacks of failed payouts (N-8)", (all, to) => all with { FailedCallbacks = to }, all => all.FailedCallbacks),
        Switch<CallbackScriptName>(
            "callback-script-name", "What signs a callback to an address that ends in / (S-11)", (all, to) => all with { CallbackScriptName = to }, all => all.CallbackScriptName),
        new("strict-bank-details", "Whether IBAN, IIN and BIK must pass their checks (M-1): false (default), true", (ref draft, text) =>
            bool.TryParse(text, out var strict)
                ? With(draft, draft.Merchant with { Switches = draft.Merchant.Switches with { StrictBankDetails = strict } })
                : "true or false", draft => SettingFormatter.Format(draft.Merchant.Switches.StrictBankDetails)) { IsTrueOrFalse = true },
    ];

    private static Setting<MerchantBuilder> Switch<TEnum>(
        string name, string help, Func<MerchantSwitches, TEnum, MerchantSwitches> set, Func<MerchantSwitches, TEnum> get)
        where TEnum : struct, Enum
    {
        var names = Enum.GetNames<TEnum>();
        return new(name, $"{help}: {names[0]} (default){string.Concat(names.Skip(1).Select(other => $", {other}"))}", (ref draft, text) =>
            SettingText.Choice<TEnum>(text) is { } choice
                ? With(draft, draft.Merchant with { Switches = set(draft.Merchant.Switches, choice) })
                : string.Join(" or ", names), draft => get(draft.Merchant.Switches).ToString());
    }

    // Without what was given, which may be a secret in the wrong place.
    private static string? DisabledMethods(ref MerchantBuilder draft, string text)
    {
        var methods = Words(text);
        if (methods.FirstOrDefault(method => !s_methods.Contains(method, StringComparer.Ordinal)) is { } unknown)
            return $"methods by their names, comma-separated. Did you mean {NearestName.Find(unknown, s_methods)}? Known: {string.Join(", ", s_methods)}";
        return With(draft, draft.Merchant with { DisabledMethods = methods.ToHashSet(StringComparer.Ordinal) });
    }

    private static string? Schedule(ref MerchantBuilder draft, string text)
    {
        if (RetryProfile.Find(text) is { } profile)
            return With(draft, draft.Merchant with { Schedule = profile.Schedule });
        var waits = Words(text).Select(SettingText.Duration).ToList();
        if (waits.Count is 0 or > 100 || waits.Contains(null) || waits.Skip(1).Contains(TimeSpan.Zero))
            return "up to 100 durations, all but the first above zero, such as 0s,30m,30m, or freedompay, once, steep or long";
        return With(draft, draft.Merchant with { Schedule = new CallbackSchedule([.. waits.Select(wait => wait!.Value)]) });
    }

    private static string[] Words(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? With(MerchantBuilder draft, Merchant merchant)
    {
        draft.Merchant = merchant;
        return null;
    }
}
