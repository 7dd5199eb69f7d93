namespace FreedomPaySandbox.Client;

/// <summary>Pays to cards and asks what became of payouts. Each call is sent once; nothing is ever repeated on its own.</summary>
public sealed class PayoutClient
{
    private readonly GatewayExchange _exchange;
    private readonly FreedomPayOptions _options;

    /// <summary>Creates a client; <c>AddFreedomPayPayouts</c> does it for a program with services.</summary>
    /// <param name="http">Carries the calls. Its primary handler must not follow redirects, nor any handler repeat calls.</param>
    /// <param name="options">Gateway, merchant, secrets, time-out.</param>
    /// <param name="time">The clock of the time-out; the machine's when left out.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Something is wrong with the options; all of it is named.</exception>
    public PayoutClient(HttpClient http, FreedomPayOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        _options = FreedomPayOptionsCheck.Require(options);
        _exchange = new GatewayExchange(http, _options, time ?? TimeProvider.System);
    }

    /// <summary>Pays to a card: <c>POST /g2g/p2p2nonreg</c>.</summary>
    /// <remarks>
    /// Write the order id down before calling. Whenever the outcome is unknown (<see cref="PayoutOutcomeUnknown"/>, an exception whose
    /// <see cref="PayoutException.OutcomeIsUnknown"/> is true, a cancelled call, a crash), settle it with <see cref="ResolveAsync"/>.
    /// </remarks>
    /// <param name="payout">The payout.</param>
    /// <param name="cancellation">Gives up waiting. Whether the payout was made is unknown then, too.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="ArgumentException">The payout has not the documented form; nothing was sent.</exception>
    /// <exception cref="GatewayUnreachableException">Nothing was sent.</exception>
    /// <exception cref="MalformedAnswerException">What came back is no answer of the gateway to this payout.</exception>
    /// <exception cref="AnswerSignatureException">The answer's signature is wrong or missing.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the outcome is unknown.</exception>
    public async Task<PayoutResult> PayToCardAsync(CardPayout payout, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(payout);
        CardPayoutCheck.Require(payout);

        var message = CardPayoutMessage.Of(payout, _options.MerchantId);
        return await _exchange.SendAsync(GatewayOperation.PayToCard, message, cancellation) switch
        {
            Exchanged.Answered answer => PayoutReading.Of(answer.Fields, payout, _options.MerchantId),
            Exchanged.NotAnswered nothing => new PayoutOutcomeUnknown(nothing.Why) { HttpStatus = nothing.HttpStatus },
            _ => throw new InvalidOperationException("An exchange that nobody reads."),
        };
    }

    /// <summary>Asks what became of an order: <c>POST /g2g/payout_status2</c>. Changes nothing, and may be repeated.</summary>
    /// <param name="orderId">The merchant's own name for the payout, 1–50 characters.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>What the gateway knows.</returns>
    /// <exception cref="ArgumentException">It is no order id; nothing was sent.</exception>
    /// <exception cref="PayoutException">The gateway was not reached, or what came back cannot be believed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<PayoutStatus> GetStatusAsync(string orderId, CancellationToken cancellation = default)
    {
        CardPayoutCheck.RequireOrderId(orderId);
        return AskAsync(StatusInquiry.Of(orderId), cancellation);
    }

    /// <summary>Asks what became of a payout: <c>POST /g2g/payout_status2</c>. Changes nothing, and may be repeated.</summary>
    /// <param name="paymentId">The gateway's number of the payout.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>What the gateway knows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not greater than zero; nothing was sent.</exception>
    /// <exception cref="PayoutException">The gateway was not reached, or what came back cannot be believed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<PayoutStatus> GetStatusAsync(long paymentId, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(paymentId);
        return AskAsync(StatusInquiry.Of(paymentId), cancellation);
    }

    /// <summary>
    /// Settles an unknown outcome by asking for the status: <see cref="PayoutAccepted"/>, <see cref="PayoutRefused"/>,
    /// <see cref="PayoutInProcess"/> (ask again, or wait for the callback), <see cref="PayoutNotMade"/> (it is safe to pay again under the
    /// same order id), or still <see cref="PayoutOutcomeUnknown"/> (ask again). Changes nothing, and may be repeated.
    /// </summary>
    /// <param name="orderId">The order id of the payout, 1–50 characters.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>What became of the payout.</returns>
    /// <exception cref="ArgumentException">It is no order id; nothing was sent.</exception>
    /// <exception cref="PayoutException">The gateway was not reached, or what came back cannot be believed: ask again.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PayoutResult> ResolveAsync(string orderId, CancellationToken cancellation = default) =>
        Resolution.Of(await GetStatusAsync(orderId, cancellation));

    private async Task<PayoutStatus> AskAsync(StatusInquiry inquiry, CancellationToken cancellation) =>
        await _exchange.SendAsync(GatewayOperation.Status, inquiry.Message(_options.MerchantId), cancellation) switch
        {
            Exchanged.Answered answer => StatusReading.Of(answer.Fields, inquiry, _options.MerchantId),
            Exchanged.NotAnswered nothing => new PayoutStatusUnknown(nothing.Why) { HttpStatus = nothing.HttpStatus },
            _ => throw new InvalidOperationException("An exchange that nobody reads."),
        };
}
