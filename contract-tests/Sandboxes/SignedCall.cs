using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Sandboxes;

/// <summary>A merchant's call: its fields, signed by an independent computation when it is sent, in any of the five encodings.</summary>
internal sealed record SignedCall(Parameters Fields)
{
    public const string PayoutSecret = "sandbox-payout-secret";
    public const string ReceiveSecret = "sandbox-receive-secret";

    public string Path { get; init; } = "/g2g/p2p2nonreg";

    public string Secret { get; init; } = PayoutSecret;

    /// <summary>The documented payout.</summary>
    public static SignedCall Payout(string orderId = "1234", string amount = "100", string card = "4405645000006150", long merchant = 9970) =>
        new(new Parameters
        {
            { "pg_merchant_id", $"{merchant}" },
            { "pg_order_id", orderId },
            { "pg_amount", amount },
            { "pg_payment_to", card },
            { "pg_description", "Описание платежа" },
            { "pg_post_link", "http://site.kz/post" },
            { "pg_salt", "some random string" },
            { "pg_user_id", "1234" },
            { "pg_card_name", "Ivan Ivanov" },
            { "pg_currency", "KZT" },
        });

    /// <summary>The fields as they travel: with a signature, unless the test brought its own.</summary>
    public Parameters Sent => Fields.GetCount("pg_sig") > 0
        ? Fields
        : IndependentDigest.Sign(Path[(Path.LastIndexOf('/') + 1)..], Fields, Secret);

    public SignedCall With(string name, string value) => Without(name).Plus(new Parameter(name, value));

    public SignedCall Without(string name) => this with { Fields = new Parameters(Fields.Where(field => field.Name != name)) };

    /// <summary>Adds a field, a second one of its name too.</summary>
    public SignedCall Plus(Parameter field) => this with { Fields = new Parameters([.. Fields, field]) };

    public HttpRequestMessage AsForm() => Post(new FormUrlEncodedContent(Flat(Sent)));

    public HttpRequestMessage AsQuery() => new(HttpMethod.Get, Address($"?{GetForm(Sent)}"));

    public HttpRequestMessage AsMultipart()
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Flat(Sent))
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), $"\"{name}\"");
        return Post(form);
    }

    public HttpRequestMessage AsXml() => Post(new FormUrlEncodedContent([KeyValuePair.Create("pg_xml", GetXml(Sent))]));

    public HttpRequestMessage AsJson() => Post(new StringContent(GetJson(Sent).ToJsonString(), Encoding.UTF8, "application/json"));

    public HttpRequestMessage Post(HttpContent body) => new(HttpMethod.Post, Address("")) { Content = body };

    public static string GetForm(Parameters fields) =>
        string.Join('&', Flat(fields).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    public static string GetXml(Parameters fields) =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + new XElement("request", Elements(fields)).ToString(SaveOptions.DisableFormatting);

    public static JsonObject GetJson(Parameters fields) => new(fields.Select(field =>
        KeyValuePair.Create(field.Name, (JsonNode?)(field.Children is { } children ? GetJson(children) : field.Value))));

    // As a form spells nested fields: name[sub]=value.
    private static IEnumerable<KeyValuePair<string, string>> Flat(Parameters fields) => fields.SelectMany(field => field.Children is { } children
        ? Flat(children).Select(child => KeyValuePair.Create(Below(field.Name, child.Key), child.Value))
        : [KeyValuePair.Create(field.Name, field.Value)]);

    private static string Below(string parent, string child)
    {
        var end = child.IndexOf('[', StringComparison.Ordinal);
        return end < 0 ? $"{parent}[{child}]" : $"{parent}[{child[..end]}]{child[end..]}";
    }

    private static IEnumerable<XElement> Elements(Parameters fields) => fields.Select(field =>
        new XElement(field.Name, field.Children is { } children ? Elements(children) : field.Value));

    private Uri Address(string query) => new(Path + query, UriKind.Relative);
}
