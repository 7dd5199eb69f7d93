using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>A scenario as it is played against one gateway: signs and sends calls, and keeps what came back.</summary>
internal sealed class ScenarioSession(DriftTarget target, HttpClient http, string scenario, string run, CallbackCatcher? catcher)
{
    /// <summary>Stands for the path of a call that came from the gateway.</summary>
    public const string Callback = "callback";

    private const string Closed = "http://127.0.0.1:9/post";
    private const int MostBytes = 64 * 1024;

    private readonly List<Exchange> _exchanges = [];

    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    /// <summary>An order id that nobody has used.</summary>
    public string Order { get; } = $"drift-{run}-{scenario}";

    public string PostLink(string path = "/post") => catcher?.GetLink(Order, path) ?? Closed;

    /// <summary>Makes a call as the merchant does.</summary>
    /// <returns>The answer's fields, empty when it is no message.</returns>
    public async Task<Parameters> CallAsync(string path, SecretKind kind, Parameters fields, string? secret = null)
    {
        var signed = new Parameters(fields);
        if (signed.GetCount(Fields.MerchantId) == 0)
            signed.Add(Fields.MerchantId, target.MerchantId.ToString(CultureInfo.InvariantCulture));
        signed.Add(Fields.Salt, string.Create(CultureInfo.InvariantCulture, $"{Order}-{_exchanges.Count}"));
        var script = ScriptName.FromUrl(path);
        signed.Add(Fields.Signature, Signature.Compute(script, signed, secret ?? target.Secrets.For(kind)));

        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes(FormMessage.Write(signed)));
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var response = await http.PostAsync(new Uri(target.Address, path.Replace("{merchant}", signed[Fields.MerchantId], StringComparison.Ordinal)), body);
        var text = await response.Content.ReadAsStringAsync();
        var answer = text.Length <= MostBytes && XmlMessage.Read(text, Fields.Response) is { IsWellFormed: true } reading ? reading.Parameters : null;
        Keep(path, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, answer, answer is null ? SigningState.None : GetState(script, answer, kind));
        return answer ?? [];
    }

    /// <summary>Waits for the callback of this scenario's payout, for a while.</summary>
    public async Task ListenAsync()
    {
        if (catcher is null)
            return;
        if (await catcher.NextAsync(Order) is { } caught)
            Keep(Callback, 200, caught.ContentType, caught.Fields, GetState(ScriptName.ForCallback(caught.Link, CallbackScriptName.Empty), caught.Fields, SecretKind.Payout));
    }

    private SigningState GetState(string script, Parameters message, SecretKind kind)
    {
        if (message.GetCount(Fields.Signature) == 0)
            return SigningState.None;
        return Signature.Verify(script, message, target.Secrets.For(kind)) ? SigningState.Right : SigningState.Wrong;
    }

    private void Keep(string path, int status, string? contentType, Parameters? fields, SigningState signing) => _exchanges.Add(new Exchange
    {
        Scenario = scenario,
        Step = _exchanges.Count + 1,
        Path = path,
        Status = status,
        ContentType = contentType,
        Fields = fields is null ? null : [.. fields.Select(field => new ExchangeField(field.Name, Kept(field)))],
        Signing = signing,
    });

    // What was signed is known; the digest itself would only help to guess the secret.
    private string Kept(Parameter field) =>
        field.Name is Fields.Signature ? "" : Redaction.Apply(field.Value, target.Secrets);
}
