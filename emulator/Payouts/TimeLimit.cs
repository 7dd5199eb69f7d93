using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>Until when a payout may be made, as a merchant writes it: its own local time (M-7, M-8).</summary>
internal static class TimeLimit
{
    private const int Length = 19;

    public static DateTimeOffset? Read(Parameters fields, Merchant merchant) =>
        FieldValidation.Text(fields, Fields.OrderTimeLimit, Length) is { } text && WireDate.TryParseLocal(text, merchant.UtcOffset, out var limit)
            ? limit
            : null;
}
