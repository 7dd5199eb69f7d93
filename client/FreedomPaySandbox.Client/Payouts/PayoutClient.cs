using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// Pays to cards and accounts, opens pages on which recipients type a card, and asks what became of it all. Each call is sent once; nothing
/// is ever repeated on its own.
/// </summary>
public sealed class PayoutClient
{
    private readonly GatewayExchange _exchange;
    private readonly FreedomPayOptions _options;

    /// <summary>Creates a client; <c>AddFreedomPayPayouts</c> does it for a program with services.</summary>
    /// <param name="http">Carries the calls. Its primary handler must not follow redirects, nor any handler repeat calls.</param>
    /// <param name="options">Gateway, merchant, secrets, time-out.</param>
    /// <param name="time">The clock of the time-out; the machine's when left out.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Something is wrong with the options; all of it is
    /// named.</exception>
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
    public Task<PayoutResult> PayToCardAsync(CardPayout payout, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(payout);
        CardPayoutCheck.Require(payout);
        var sent = new SentPayout(GatewayOperation.PayToCard, payout.OrderId) { Card = payout.Card };
        return PayAsync(sent, CardPayoutMessage.Build(payout, _options.MerchantId), cancellation);
    }

    /// <summary>Pays to a bank account: <c>POST /g2g/to_iban</c> (M-1).</summary>
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
    public Task<PayoutResult> PayToIbanAsync(IbanPayout payout, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(payout);
        IbanPayoutCheck.Require(payout);
        var sent = new SentPayout(GatewayOperation.PayToIban, payout.OrderId);
        return PayAsync(sent, IbanPayoutMessage.Build(payout, _options.MerchantId), cancellation);
    }

    /// <summary>Pays to a card that its holder saved before: <c>POST /g2g/reg2reg</c> (M-7).</summary>
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
    public Task<PayoutResult> PayToTokenAsync(TokenPayout payout, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(payout);
        TokenPayoutCheck.Require(payout);
        var sent = new SentPayout(GatewayOperation.PayToToken, payout.OrderId) { CardToken = payout.CardToken };
        return PayAsync(sent, TokenPayoutMessage.Build(payout, _options.MerchantId, _options.UtcOffset), cancellation);
    }

    /// <summary>Opens a page on which the recipient types the card that is paid to: <c>POST /api/reg2nonreg</c> (M-8).</summary>
    /// <remarks>
    /// Write the order id down before calling. Whenever the outcome is unknown (<see cref="PageOutcomeUnknown"/>, an exception whose
    /// <see cref="PayoutException.OutcomeIsUnknown"/> is true, a cancelled call, a crash), settle it with <see cref="ResolveAsync"/>. The
    /// answer names neither merchant nor order, so that only the connection proves that it is the one to this call: use https.
    /// </remarks>
    /// <param name="payout">The payout.</param>
    /// <param name="cancellation">Gives up waiting. Whether there is a page is unknown then.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="ArgumentException">The payout has not the documented form; nothing was sent.</exception>
    /// <exception cref="GatewayUnreachableException">Nothing was sent.</exception>
    /// <exception cref="MalformedAnswerException">What came back is no answer of the gateway to this call.</exception>
    /// <exception cref="AnswerSignatureException">The answer's signature is wrong or missing.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the outcome is unknown.</exception>
    public Task<PageResult> OpenPageAsync(HostedPayout payout, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(payout);
        HostedPayoutCheck.Require(payout);
        var message = HostedPayoutMessage.Build(payout, _options.MerchantId, _options.UtcOffset);
        return OpenAsync(GatewayOperation.OpenPage, message, (Fields.OrderId, payout.OrderId), cancellation);
    }

    /// <summary>
    /// Opens a page on which somebody types a card that is paid to later, with <see cref="PayToTokenAsync"/>:
    /// <c>POST /v1/merchant/{id}/cardstoragepayout/add</c> (M-9). The token comes with the <see cref="SavedCardCallback"/>.
    /// </summary>
    /// <remarks>No money goes out. When the outcome is unknown, ask for another page.</remarks>
    /// <param name="saving">Whose card is saved, and where to tell of it.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="ArgumentException">The request has not the documented form; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException"><see cref="FreedomPayOptions.ReceiveSecret"/> was not set; nothing was sent.</exception>
    /// <exception cref="PayoutException">The gateway was not reached, or what came back cannot be believed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<PageResult> SaveCardAsync(CardSaving saving, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(saving);
        CardSavingCheck.Require(saving);
        var message = CardSavingMessage.Build(saving, _options.MerchantId);
        return OpenAsync(GatewayOperation.SaveCard(_options.MerchantId), message, (Fields.UserId, saving.UserId), cancellation);
    }

    /// <summary>Asks for the payout balance: <c>POST /g2g/balance_status</c> (M-2). Changes nothing, and may be repeated.</summary>
    /// <param name="currency">KGS, KZT, UZS, RUB, USD or EUR; the merchant's own currency when left out.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>What the gateway tells.</returns>
    /// <exception cref="ArgumentException">It is no such currency; nothing was sent.</exception>
    /// <exception cref="PayoutException">The gateway was not reached, or what came back cannot be believed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PayoutBalance> BalanceAsync(string? currency = null, CancellationToken cancellation = default)
    {
        FieldForms.RequireCurrency(currency);
        var message = new MessageFields(_options.MerchantId).And(Fields.Currency, currency).All;
        return await _exchange.SendAsync(GatewayOperation.Balance, message, cancellation) switch
        {
            ExchangeResult.Answered answer => BalanceReading.Read(answer.Fields, currency, _options.MerchantId),
            ExchangeResult.NotAnswered nothing => new PayoutBalanceUnknown(nothing.Why) { HttpStatus = nothing.HttpStatus },
            _ => throw Unread(),
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
        FieldForms.RequireOrderId(orderId);
        return AskAsync(new StatusInquiry(GatewayOperation.Status, orderId), cancellation);
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
        return AskAsync(new StatusInquiry(GatewayOperation.Status, null, paymentId), cancellation);
    }

    /// <summary>
    /// Asks what became of an order as the payments' half of the API does: <c>POST /api/payment_status2</c> (M-5). Changes nothing, and may
    /// be repeated. Tells no amounts; where a payment id is given, <see cref="PayoutNotFound"/> may also mean that the two do not belong
    /// together.
    /// </summary>
    /// <param name="orderId">The merchant's own name for the payout, 1–50 characters.</param>
    /// <param name="paymentId">The gateway's number of the payout.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>What the gateway knows.</returns>
    /// <exception cref="ArgumentException">One of the two is none; nothing was sent.</exception>
    /// <exception cref="PayoutException">The gateway was not reached, or what came back cannot be believed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<PayoutStatus> GetPaymentStatusAsync(string orderId, long? paymentId = null, CancellationToken cancellation = default)
    {
        FieldForms.RequireOrderId(orderId);
        if (paymentId is { } id)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id, nameof(paymentId));
        return AskAsync(new StatusInquiry(GatewayOperation.PaymentStatus, orderId, paymentId), cancellation);
    }

    /// <summary>
    /// Asks what became of an order, and whether its recipient has typed a card yet: <c>POST /get_status2.php</c> (M-6), signed with the
    /// receive secret. Changes nothing, and may be repeated.
    /// </summary>
    /// <remarks>
    /// The answer names no order, so that only the connection proves that it is about this one. Use https, and
    /// <see cref="GetStatusAsync(string, CancellationToken)"/> or <see cref="ResolveAsync"/> wherever money depends on it.
    /// </remarks>
    /// <param name="orderId">The merchant's own name for the payout, 1–50 characters.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>What the gateway knows.</returns>
    /// <exception cref="ArgumentException">It is no order id; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException"><see cref="FreedomPayOptions.ReceiveSecret"/> was not set; nothing was sent.</exception>
    /// <exception cref="PayoutException">The gateway was not reached, or what came back cannot be believed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<PayoutStatus> GetOrderStatusAsync(string orderId, CancellationToken cancellation = default)
    {
        FieldForms.RequireOrderId(orderId);
        return AskAsync(new StatusInquiry(GatewayOperation.OrderStatus, orderId), cancellation);
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
        Resolution.From(await GetStatusAsync(orderId, cancellation));

    private async Task<PayoutResult> PayAsync(SentPayout sent, Parameters message, CancellationToken cancellation) =>
        await _exchange.SendAsync(sent.Operation, message, cancellation) switch
        {
            ExchangeResult.Answered answer => PayoutReading.Read(answer.Fields, sent, _options.MerchantId),
            ExchangeResult.NotAnswered nothing => new PayoutOutcomeUnknown(nothing.Why) { HttpStatus = nothing.HttpStatus },
            _ => throw Unread(),
        };

    private async Task<PageResult> OpenAsync(
        GatewayOperation operation, Parameters message, (string Field, string Value) about, CancellationToken cancellation) =>
        await _exchange.SendAsync(operation, message, cancellation) switch
        {
            ExchangeResult.Answered answer => PageReading.Read(answer.Fields, operation, about, _options.MerchantId),
            ExchangeResult.NotAnswered nothing => new PageOutcomeUnknown(nothing.Why) { HttpStatus = nothing.HttpStatus },
            _ => throw Unread(),
        };

    private async Task<PayoutStatus> AskAsync(StatusInquiry inquiry, CancellationToken cancellation) =>
        await _exchange.SendAsync(inquiry.Operation, inquiry.Message(_options.MerchantId), cancellation) switch
        {
            ExchangeResult.Answered answer => StatusReading.Read(answer.Fields, inquiry, _options.MerchantId),
            ExchangeResult.NotAnswered nothing => new PayoutStatusUnknown(nothing.Why) { HttpStatus = nothing.HttpStatus },
            _ => throw Unread(),
        };

    private static InvalidOperationException Unread() => new("An exchange that nobody reads.");
}
