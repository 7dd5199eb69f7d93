using System.Text;
using System.Xml.Linq;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>An answer of the gateway, written and signed without the product's help.</summary>
internal sealed record Answer(Parameters Fields)
{
    public string Script { get; init; } = "p2p2nonreg";

    public string Secret { get; init; } = Gateway.Secret;

    /// <summary>The documented answer to an accepted payout (P-1).</summary>
    public static Answer Accepted { get; } = new(new Parameters
    {
        { "pg_payment_id", "7777777777" },
        { "pg_merchant_id", "9970" },
        { "pg_order_id", "ORD12345" },
        { "pg_status", "ok" },
        { "pg_balance", "499999.5" },
        { "pg_payment_amount", "1000" },
        { "pg_payment_date", "2024-09-02T12:19:01+00:00" },
        { "pg_reference", "FSDUNJFA244324" },
        { "pg_datetime", "2024-09-02T12:19:01+00:00" },
        { "pg_salt", "5m5bv0F3Znxmv0fQ" },
    });

    /// <summary>The documented answer to a status inquiry (M-3).</summary>
    public static Answer Status { get; } = new(new Parameters
    {
        { "pg_merchant_id", "9970" },
        { "pg_payment_id", "7777777777" },
        { "pg_status", "ok" },
        { "pg_payment_status", "success" },
        { "pg_order_id", "ORD12345" },
        { "pg_amount", "1000.00" },
        { "pg_net_amount", "990.50" },
        { "pg_datetime", "2024-09-02T12:19:01+00:00" },
        { "pg_salt", "5m5bv0F3Znxmv0fQ" },
    })
    { Script = "payout_status2" };

    /// <summary>The documented answer to a payout to an IBAN (M-1).</summary>
    public static Answer ToIban { get; } = Accepted.Without("pg_balance").Without("pg_reference") with { Script = "to_iban" };

    /// <summary>The documented answer to a payout to a saved card (M-7).</summary>
    public static Answer ToToken { get; } = new(new Parameters
    {
        { "pg_payment_id", "7777777777" },
        { "pg_merchant_id", "9970" },
        { "pg_status", "ok" },
        { "pg_order_id", "ORD12345" },
        { "pg_balance", "499999.5" },
        { "pg_card_hash", "440564-XX-XXXX-6150" },
        { "pg_card_token", Gateway.Token },
        { "pg_payment_amount", "1000" },
        { "pg_payment_date", "2024-09-02T12:19:01+00:00" },
        { "pg_salt", "5m5bv0F3Znxmv0fQ" },
    })
    { Script = "reg2reg" };

    /// <summary>The documented answer to a payout by a page (M-8).</summary>
    public static Answer Page { get; } = new(new Parameters
    {
        { "pg_status", "ok" },
        { "pg_payment_id", "7777777777" },
        { "pg_redirect_url", "https://gateway.example/pages/aBc_-1" },
        { "pg_salt", "5m5bv0F3Znxmv0fQ" },
    })
    { Script = "reg2nonreg" };

    /// <summary>The documented answer to a card to be saved (M-9).</summary>
    public static Answer CardPage { get; } = Page with { Script = "add", Secret = Gateway.ReceiveSecret };

    /// <summary>The documented answer to the question for the balance (M-2).</summary>
    public static Answer Balance { get; } = new(new Parameters
    {
        { "pg_balance", "150000.50" },
        { "pg_status", "ok" },
        { "pg_currency", "KZT" },
        { "pg_salt", "5m5bv0F3Znxmv0fQ" },
    })
    { Script = "balance_status" };

    /// <summary>The documented answer to a status inquiry of the payments' half (M-5).</summary>
    public static Answer PaymentStatus { get; } = new(new Parameters
    {
        { "pg_payment_id", "7777777777" },
        { "pg_merchant_id", "9970" },
        { "pg_status", "ok" },
        { "pg_payment_status", "success" },
        { "pg_order_id", "ORD12345" },
        { "pg_salt", "5m5bv0F3Znxmv0fQ" },
    })
    { Script = "payment_status2" };

    /// <summary>The documented answer to a status inquiry by order (M-6).</summary>
    public static Answer OrderStatus { get; } = new(new Parameters
    {
        { "pg_status", "ok" },
        { "pg_payment_id", "7777777777" },
        { "pg_transaction_status", "ok" },
        { "pg_can_reject", "0" },
        { "pg_testing_mode", "1" },
        { "pg_captured", "1" },
        { "pg_create_date", "2024-09-02 18:19:01" },
        { "pg_salt", "5m5bv0F3Znxmv0fQ" },
    })
    { Script = "get_status2.php", Secret = Gateway.ReceiveSecret };

    /// <summary>The text under a right signature.</summary>
    public string Signed => Write(IndependentDigest.Sign(Script, Fields, Secret));

    public string Unsigned => Write(Fields);

    public static Answer Error(string code, string text = "Some text") => new(new Parameters
    {
        { "pg_status", "error" },
        { "pg_error_code", code },
        { "pg_error_description", text },
        { "pg_datetime", "2024-09-02T12:19:01+00:00" },
        { "pg_salt", "5m5bv0F3Znxmv0fQ" },
    });

    /// <summary>An error in the place of this answer, to the same call.</summary>
    public Answer Refusing(string code, string text = "Some text") => Error(code, text) with { Script = Script, Secret = Secret };

    public Answer With(string name, string value) => this with
    {
        Fields = new Parameters([.. Without(name).Fields, new Parameter(name, value)]),
    };

    public Answer Without(string name) => this with { Fields = new Parameters(Fields.Where(field => field.Name != name)) };

    public Answer Plus(string name, string value) => this with { Fields = new Parameters([.. Fields, new Parameter(name, value)]) };

    private static string Write(Parameters fields)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<response>\n");
        foreach (var field in fields)
            xml.Append("    ").Append(new XElement(field.Name, new XText(field.Value)).ToString(SaveOptions.DisableFormatting)).Append('\n');
        return xml.Append("</response>\n").ToString();
    }
}
