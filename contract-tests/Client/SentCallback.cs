using System.Net.Http.Headers;
using System.Text;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>A callback as the gateway sends it, written and signed without the product's help.</summary>
internal sealed record SentCallback(Parameters Fields)
{
    public const string Form = "application/x-www-form-urlencoded";

    public string Url { get; init; } = "http://site.kz/post";

    public string Script { get; init; } = "post";

    public string Secret { get; init; } = Gateway.Secret;

    /// <summary>The documented callback (N-2).</summary>
    public static SentCallback Ok { get; } = new(new Parameters
    {
        { "pg_payment_id", "2143041741" },
        { "pg_order_id", "1234" },
        { "pg_card_hash", "440564-XX-XXXX-6150" },
        { "pg_status", "ok" },
        { "pg_balance", "999999900" },
        { "pg_payment_amount", "100.00" },
        { "pg_to_pay", "101.50" },
        { "pg_merchant_id", "9970" },
        { "pg_payment_date", "2018-12-31 15:00:00" },
        { "pg_salt", "ECBZG676W2yAxseB" },
    });

    /// <summary>The callback of a failed payout (N-8).</summary>
    public static SentCallback Failed { get; } = Ok.With("pg_status", "error").With("pg_error_code", "10001").With("pg_error_description", "Обратитесь в банк");

    /// <summary>The callback of a saved card (M-9).</summary>
    public static SentCallback SavedCard { get; } = new(new Parameters
    {
        { "pg_payment_id", "2143041741" },
        { "pg_merchant_id", "9970" },
        { "pg_user_id", "user-1" },
        { "pg_status", "ok" },
        { "pg_card_hash", "440564-XX-XXXX-6150" },
        { "pg_card_token", Gateway.Token },
        { "pg_salt", "ECBZG676W2yAxseB" },
    })
    { Url = "http://site.kz/saved", Script = "saved", Secret = Gateway.ReceiveSecret };

    public Parameters Signed => IndependentDigest.Sign(Script, Fields, Secret);

    public byte[] Body => Encoding.ASCII.GetBytes(SignedCall.GetForm(Signed));

    public CallbackReadResult Read(CallbackReader? reader = null) => ReadBody(Body, reader: reader);

    public CallbackReadResult ReadBody(byte[] body, string? type = Form, CallbackReader? reader = null) =>
        (reader ?? new CallbackReader(Gateway.Options())).Read(new Uri(Url, UriKind.RelativeOrAbsolute), type, body);

    public CallbackReadResult ReadSavedCard(byte[]? body = null, string? type = Form, SavedCardCallbackReader? reader = null) =>
        (reader ?? new SavedCardCallbackReader(Gateway.OptionsWithBoth())).Read(new Uri(Url, UriKind.RelativeOrAbsolute), type, body ?? Body);

    public CallbackReadResult ReadMultipart()
    {
        using var form = new MultipartFormDataContent("a boundary");
        foreach (var field in Signed)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(field.Value)), $"\"{field.Name}\"");
        using var body = new MemoryStream();
        form.CopyTo(body, null, CancellationToken.None);
        return ReadBody(body.ToArray(), form.Headers.ContentType!.ToString());
    }

    public CallbackReadResult ReadXml() => ReadBody(Encoding.ASCII.GetBytes($"pg_xml={Uri.EscapeDataString(SignedCall.GetXml(Signed))}"));

    public SentCallback With(string name, string value) => this with { Fields = new Parameters([.. Without(name).Fields, new Parameter(name, value)]) };

    public SentCallback Without(string name) => this with { Fields = new Parameters(Fields.Where(field => field.Name != name)) };

    public HttpRequestMessage Request() => new(HttpMethod.Post, Url)
    {
        Content = new ByteArrayContent(Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(Form) } },
    };
}
