using System.Globalization;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Sees payouts that look like one that was just made: same recipient, amount and purpose, under another order id.</summary>
internal sealed class DuplicatePayoutDetector
{
    /// <summary>Later the same payment may be meant again.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int Remembered = 256;

    private readonly Recent<(string Recipient, Amount Amount, string Description), (Payout Payout, bool AnswerIsLost)> _last = new(Remembered);

    public void Inspect(Payout payout, bool answerIsLost, string? request, DateTimeOffset now, FindingLog book)
    {
        if (payout.Recipient is not { } recipient || payout.StatusAt(now) == PayoutStatus.Error)
            return;
        var key = (recipient.Hash, payout.Amount, payout.Description ?? "");
        if (_last.Put(key, (payout, answerIsLost), out var last)
            && IsAnother(last.Payout, payout)
            && last.Payout.StatusAt(now) != PayoutStatus.Error
            && book.Takes(GetKind(last.AnswerIsLost), last.Payout.OrderId))
        {
            book.Add(last.Payout.OrderId, GetFinding(last.Payout, last.AnswerIsLost, payout, now) with { Request = request });
        }
    }

    private static FindingKind GetKind(bool answerWasLost) => answerWasLost ? FindingKind.PaidAgain : FindingKind.DoublePayout;

    private static bool IsAnother(Payout first, Payout second) =>
        !string.Equals(first.OrderId, second.OrderId, StringComparison.Ordinal) && second.CreatedAt - first.CreatedAt <= Window;

    private static Finding GetFinding(Payout first, bool answerWasLost, Payout second, DateTimeOffset now)
    {
        var seconds = (second.CreatedAt - first.CreatedAt).TotalSeconds;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Order {second.OrderId} pays {second.Amount.ToFixed()} {second.Currency} to {second.Recipient!.Mask} with the same description as order {first.OrderId}, {seconds:0.#} s before.");
        return new Finding(GetKind(answerWasLost), now, text) { PaymentId = second.PaymentId };
    }
}

/// <summary>Sees payouts in process of whose outcome the merchant has heard nothing, and has not asked.</summary>
internal sealed class UnseenOutcomeDetector
{
    /// <summary>How long after a payout has settled the merchant should know.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const int Remembered = 256;

    private readonly Recent<long, Payout> _open = new(Remembered);

    public void Expect(Payout payout)
    {
        if (payout.WasInProcess)
            _open.Put(payout.PaymentId, payout, out _);
    }

    /// <summary>The merchant was called back, or has asked.</summary>
    public void Known(long paymentId) => _open.Forget(paymentId);

    public void Report(DateTimeOffset now, FindingLog book)
    {
        foreach (var payout in _open.Values.Where(payout => payout.SettlesAt + Patience <= now).ToList())
        {
            book.Add(
                payout.OrderId,
                new Finding(FindingKind.StatusNeverAsked, now, $"Order {payout.OrderId} was answered process, and is final since; nobody asked.")
                {
                    PaymentId = payout.PaymentId,
                });
            _open.Forget(payout.PaymentId);
        }
    }
}
