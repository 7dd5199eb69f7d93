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

    /// <summary>The number of the error with which a payout ended, in status answers, where <see cref="ErrorCode"/> would be that of the call.</summary>
    public const string FailureCode = "pg_failure_code";

    /// <summary>The vendor's text of that error.</summary>
    public const string FailureDescription = "pg_failure_description";
}
