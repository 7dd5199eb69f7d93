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
