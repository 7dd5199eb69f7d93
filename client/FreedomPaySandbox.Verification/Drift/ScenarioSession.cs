using System.Globalization;
using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Verification.Drift;

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
        signed.Add(Fields.Signature, Signature.Compute(script, signed, secret ?? target.GetSecret(kind)));

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
        return Signature.Verify(script, message, target.GetSecret(kind)) ? SigningState.Right : SigningState.Wrong;
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
        field.Name is Fields.Signature ? "" : target.Texts.Redact(field.Value);
}

/// <summary>Plays scenarios against a gateway, one after the other.</summary>
internal sealed class ScenarioPlayer(DriftTarget target, HttpClient http, CallbackCatcher? catcher, string run)
{
    /// <summary>What broke the last scenario off.</summary>
    public string? Unasked { get; private set; }

    /// <returns>What came back in each, in order; what broke off ends with an exchange of nothing.</returns>
    public async Task<IReadOnlyList<Exchange>> PlayAsync(Scenario scenario)
    {
        var conversation = new ScenarioSession(target, http, scenario.Id, run, catcher);
        try
        {
            await scenario.Play(conversation);
            return conversation.Exchanges;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
        {
            Unasked = fault.Message;
            var step = conversation.Exchanges.Count + 1;
            return [.. conversation.Exchanges, new Exchange { Scenario = scenario.Id, Step = step, Path = "", Status = 0, Signing = SigningState.None }];
        }
    }
}

/// <summary>One call of a scenario and what came back, as it may be kept: card numbers masked, signatures judged and left out.</summary>
internal sealed record Exchange
{
    public required string Scenario { get; init; }

    /// <summary>Which one of the scenario's, from 1.</summary>
    public required int Step { get; init; }

    /// <summary>The path that was called, or <c>callback</c> for a call that came.</summary>
    public required string Path { get; init; }

    /// <summary>The HTTP status; 0 when nothing came.</summary>
    public required int Status { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The fields, in their order; none when what came is no message.</summary>
    public IReadOnlyList<ExchangeField>? Fields { get; init; }

    public required SigningState Signing { get; init; }

    public override string ToString() => $"{Scenario}-{Step} {Path} {Status}";
}

/// <summary>A field of an answer or a callback: its name and its value, masked where it must be.</summary>
internal sealed record ExchangeField(string Name, string Value);

/// <summary>How a message is signed.</summary>
internal enum SigningState
{
    /// <summary>It bears no signature.</summary>
    None,

    Right,

    Wrong,
}
