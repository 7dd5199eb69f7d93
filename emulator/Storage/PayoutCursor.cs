using System.Globalization;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Where a list of payouts that begins with the newest goes on: behind this one. As text <c>1768467600000-3-4963922019</c>.</summary>
/// <param name="CreatedAt">When the payout was made, in Unix milliseconds.</param>
/// <param name="Epoch">Whose it is.</param>
/// <param name="PaymentId">Its id.</param>
internal readonly record struct PayoutCursor(long CreatedAt, long Epoch, long PaymentId)
{
    public static PayoutCursor? TryParse(string? text) =>
        text?.Split('-') is [var created, var account, var payment]
        && Whole(created) is { } moment && Whole(account) is { } number && Whole(payment) is { } id
            ? new PayoutCursor(moment, number, id)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt}-{Epoch}-{PaymentId}");

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
