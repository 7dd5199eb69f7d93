namespace FreedomPaySandbox.Protocol;

/// <summary>The field names of the payout API, each written once. The vendor's <c>pg_</c> names live here and nowhere else.</summary>
public static class Fields
{
    /// <summary>The root element of an XML request, sent in <see cref="Xml"/>.</summary>
    public const string Request = "request";

    /// <summary>The root element of every XML answer.</summary>
    public const string Response = "response";

    /// <summary>The one parameter that carries a whole XML request (T-4).</summary>
    public const string Xml = "pg_xml";

    /// <summary>The merchant's number, an integer as text.</summary>
    public const string MerchantId = "pg_merchant_id";

    /// <summary>The merchant's own name for the payout, 1–50 characters.</summary>
    public const string OrderId = "pg_order_id";

    /// <summary>The amount asked for: currency units, a decimal point, at most two decimals (T-11).</summary>
    public const string Amount = "pg_amount";

    /// <summary>The recipient's card number, 13–20 digits.</summary>
    public const string PaymentTo = "pg_payment_to";

    /// <summary>What the payout is for, 1–255 characters.</summary>
    public const string Description = "pg_description";

    /// <summary>Where the callback goes: an absolute http(s) address of at most 255 characters.</summary>
    public const string PostLink = "pg_post_link";

    /// <summary>Any text; it makes two otherwise equal messages sign differently.</summary>
    public const string Salt = "pg_salt";

    /// <summary>The signature, 32 lower-case hex digits; the only field that does not sign itself (S-3).</summary>
    public const string Signature = "pg_sig";

    /// <summary>The merchant's own name for the recipient, at most 50 characters.</summary>
    public const string UserId = "pg_user_id";

    /// <summary>The name on the card.</summary>
    public const string CardName = "pg_card_name";

    /// <summary>The currency, ISO 4217.</summary>
    public const string Currency = "pg_currency";

    /// <summary>A key under which a repeated request gets the first one's answer (E-10).</summary>
    public const string IdempotencyKey = "pg_idempotency_key";

    /// <summary>The gateway's number of the payout, about ten digits (T-12).</summary>
    public const string PaymentId = "pg_payment_id";

    /// <summary><c>ok</c>, <c>process</c> or <c>error</c>.</summary>
    public const string Status = "pg_status";

    /// <summary>The state of the payout, where <see cref="Status"/> is the state of the call.</summary>
    public const string PaymentStatus = "pg_payment_status";

    /// <summary>The merchant's payout balance, currency units.</summary>
    public const string Balance = "pg_balance";

    /// <summary>The amount paid out, currency units.</summary>
    public const string PaymentAmount = "pg_payment_amount";

    /// <summary>When the payout was made; ISO in answers, local time in callbacks.</summary>
    public const string PaymentDate = "pg_payment_date";

    /// <summary>The bank's reference, 14 upper-case letters and digits.</summary>
    public const string Reference = "pg_reference";

    /// <summary>When the gateway answered, ISO, UTC.</summary>
    public const string DateTime = "pg_datetime";

    /// <summary>The number of an error; never present on success (P-2).</summary>
    public const string ErrorCode = "pg_error_code";

    /// <summary>The vendor's text of an error.</summary>
    public const string ErrorDescription = "pg_error_description";

    /// <summary>The masked card number (N-3).</summary>
    public const string CardHash = "pg_card_hash";

    /// <summary>Amount plus commission, currency units.</summary>
    public const string ToPay = "pg_to_pay";

    /// <summary>What the recipient gets, currency units, in status answers (M-3).</summary>
    public const string NetAmount = "pg_net_amount";

    /// <summary>
    /// The number of the error with which a payout ended, in status answers, where <see cref="ErrorCode"/> would be that of the call.
    /// </summary>
    public const string FailureCode = "pg_failure_code";

    /// <summary>The vendor's text of that error.</summary>
    public const string FailureDescription = "pg_failure_description";

    /// <summary>The recipient's account: an IBAN, upper case, no spaces (M-1).</summary>
    public const string RecipientIban = "pg_recipient_iban";

    /// <summary>The recipient's IIN, 12 digits (M-1).</summary>
    public const string RecipientIin = "pg_recipient_iin";

    /// <summary>The recipient's IIN or BIN, 12 digits, as the older payout to an IBAN calls it (M-10).</summary>
    public const string RecipientIinOrBin = "pg_recipient_iin_bin";

    /// <summary>The recipient's name (M-1).</summary>
    public const string RecipientName = "pg_recipient_name";

    /// <summary>The code of the recipient's kind, two digits (M-1).</summary>
    public const string RecipientKbe = "pg_recipient_kbe";

    /// <summary>The code of the payment's purpose, three digits (M-1).</summary>
    public const string PurposeCode = "pg_knp";

    /// <summary>The code of the recipient's bank (M-1).</summary>
    public const string BankBik = "pg_bank_bik";

    /// <summary>The code of the recipient's bank, as the older payout to an IBAN calls it (M-10).</summary>
    public const string RecipientBankBic = "pg_recipient_bank_bic";

    /// <summary>Until when the payout may be made: the merchant's local time (M-7, M-8).</summary>
    public const string OrderTimeLimit = "pg_order_time_limit";

    /// <summary>The token of the saved card to pay to, a UUID (M-7).</summary>
    public const string CardTokenTo = "pg_card_token_to";

    /// <summary>The older name of <see cref="CardTokenTo"/> (M-7).</summary>
    public const string CardIdTo = "pg_card_id_to";

    /// <summary>The token of a saved card, in answers and callbacks (M-7, M-9).</summary>
    public const string CardToken = "pg_card_token";

    /// <summary>The address of the page that the recipient is to be sent to (M-8, M-9).</summary>
    public const string RedirectUrl = "pg_redirect_url";

    /// <summary>Where the page sends the recipient afterwards (M-8, M-9).</summary>
    public const string BackLink = "pg_back_link";

    /// <summary>How the page is shown; <c>frame</c> lets the merchant's own page frame it (M-8).</summary>
    public const string PaymentRoute = "pg_payment_route";

    /// <summary>The recipient's e-mail address (M-8).</summary>
    public const string UserEmail = "pg_user_email";

    /// <summary>How far the payout is: <c>partial</c>, <c>pending</c>, <c>ok</c> or <c>failed</c> (M-6).</summary>
    public const string TransactionStatus = "pg_transaction_status";

    /// <summary>Whether the payout can still be called back; always <c>0</c> (M-6).</summary>
    public const string CanReject = "pg_can_reject";

    /// <summary><c>1</c>: no money moves (M-6).</summary>
    public const string TestingMode = "pg_testing_mode";

    /// <summary><c>1</c> once the money was paid out (M-6).</summary>
    public const string Captured = "pg_captured";

    /// <summary>When the payout was made, in the merchant's local time (M-6).</summary>
    public const string CreateDate = "pg_create_date";
}
