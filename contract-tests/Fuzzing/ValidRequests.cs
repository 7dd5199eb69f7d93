using System.Text;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>Requests that can be read, in all five encodings: what the fuzzer starts from.</summary>
internal static class ValidRequests
{
    private const string Boundary = "----b";
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly string[] s_values =
    [
        "", " ", "100", "100.00", "1e9", "-1", "4405645000006150", "Описание платежа", "🏦 bank", "a&b=c;d", "<a>&amp;]]>", "%20+%00", "\"quoted\\\"", "line\r\nbreak", "http://site.kz/post?x=1",
        new('x', 300),
    ];

    private static readonly string[] s_names =
        ["pg_order_id", "pg_amount", "pg_description", "pg_post_link", "pg_user_id", "pg_currency", "pg_idempotency_key", "pg_card_name", "pg_xml", "pg_sig", "x_custom", "a", "Ж"];

    public static FuzzCase Any(Dice dice)
    {
        var fields = Fields(dice);
        return dice.Below(5) switch
        {
            0 => new FuzzCase($"multipart/form-data; boundary={Boundary}", Multipart(fields)),
            1 => new FuzzCase(Form, Encoding.UTF8.GetBytes(SignedCall.GetForm(fields))),
            2 => new FuzzCase(Form, Encoding.UTF8.GetBytes($"pg_xml={Uri.EscapeDataString(Xml(fields))}")),
            3 => new FuzzCase("application/json", Encoding.UTF8.GetBytes(SignedCall.GetJson(Distinct(fields)).ToJsonString())),
            _ => new FuzzCase(null, Encoding.UTF8.GetBytes(SignedCall.GetForm(fields))) { IsQuery = true },
        };
    }

    private static Parameters Fields(Dice dice)
    {
        var fields = new Parameters(SignedCall.Payout().Fields.Where(_ => !dice.OneIn(6)));
        for (var more = dice.Below(5); more > 0; more--)
            fields.Add(dice.Pick(s_names), dice.Pick(s_values));
        if (dice.OneIn(3))
            fields = new Parameters([.. fields, Nested(dice, dice.Below(10))]);
        return fields;
    }

    private static Parameter Nested(Dice dice, int depth) => depth == 0
        ? new Parameter(dice.Pick(s_names), dice.Pick(s_values))
        : new Parameter(dice.Pick(s_names), new Parameters([Nested(dice, depth - 1)]));

    private static string Xml(Parameters fields)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><request>");
        Write(xml, fields);
        return xml.Append("</request>").ToString();
    }

    private static void Write(StringBuilder xml, Parameters fields)
    {
        foreach (var field in fields)
        {
            xml.Append('<').Append(field.Name).Append('>');
            if (field.Children is { } children)
                Write(xml, children);
            else
                xml.Append(System.Security.SecurityElement.Escape(field.Value));
            xml.Append("</").Append(field.Name).Append('>');
        }
    }

    private static byte[] Multipart(Parameters fields)
    {
        var body = new StringBuilder();
        foreach (var pair in SignedCall.GetForm(fields).Split('&'))
        {
            var (name, value) = (pair[..pair.IndexOf('=', StringComparison.Ordinal)], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            body.Append("--").Append(Boundary).Append("\r\nContent-Disposition: form-data; name=\"").Append(Uri.UnescapeDataString(name)).Append("\"\r\n\r\n")
                .Append(Uri.UnescapeDataString(value)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(body.Append("--").Append(Boundary).Append("--\r\n").ToString());
    }

    // JSON's own writer takes each name once.
    private static Parameters Distinct(Parameters fields) => new(fields.DistinctBy(field => field.Name, StringComparer.Ordinal));
}
