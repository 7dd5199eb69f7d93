using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Findings;

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
