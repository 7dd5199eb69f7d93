using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>How far a payout is (M-3 to M-6, M-10): five methods that ask the same, in words of their own.</summary>
internal sealed class StatusInquiry(SandboxStore store)
{
    /// <summary>Carries out one of the methods.</summary>
    /// <param name="read">What it asks.</param>
    /// <param name="tell">What it says of a payout at a moment, but for salt and signature.</param>
    public Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> Handler(
        Func<Parameters, StatusQuestion?> read, Func<Payout, DateTimeOffset, TimeSpan, Parameters> tell) =>
        (request, cancellation) => AnswerAsync(request, read, tell, cancellation);

    private async Task<GatewayAnswer> AnswerAsync(
        SignedRequest request,
        Func<Parameters, StatusQuestion?> read,
        Func<Payout, DateTimeOffset, TimeSpan, Parameters> tell,
        CancellationToken cancellation)
    {
        var (state, merchant) = (request.State, request.Merchant);
        var now = state.Clock.Now;
        var signing = AnswerSigning.From(request, state.NextInquirySalt());
        if (read(request.Fields) is not { } question)
            return ErrorAnswer.Create(Refusal.InvalidField.Code, merchant.Switches.SignErrors, signing, now);
        if (request.IsSwitchedOff)
            return ErrorAnswer.Create(Refusal.MethodNotAllowed.Code, merchant.Switches.SignErrors, signing, now);

        var query = new PayoutQuery(state.Epoch, now) { PaymentId = question.PaymentId, OrderId = question.OrderId, Limit = 1, NewestFirst = true };
        if (await store.Payouts.FindAsync(query, cancellation) is not [var payout])
            return ErrorAnswer.PaymentNotFound(merchant.Switches.SignErrors, signing);

        var fields = tell(payout, now, merchant.UtcOffset);
        signing.Sign(fields);
        return new GatewayAnswer(fields, StatusWords.PaymentStatus(payout.StatusAt(now))) { PaymentId = payout.PaymentId, Told = payout };
    }
}
