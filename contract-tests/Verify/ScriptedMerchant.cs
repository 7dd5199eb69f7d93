using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Verification;

/// <summary>A merchant's service with a callback endpoint that does all right but for one bug.</summary>
internal sealed class ScriptedMerchant : IAsyncDisposable
{
    public const string Secret = "the scripted merchant's secret";
    public const long Id = 4711;

    private const int ManyOrders = 5;
    private const int BusyFor = 3;
    private const string Script = "post";

    private static readonly TimeSpan s_race = TimeSpan.FromMilliseconds(100);
    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal)
    {
        Fields.PaymentId, Fields.OrderId, Fields.CardHash, Fields.Status, Fields.Balance, Fields.PaymentAmount, Fields.ToPay, Fields.MerchantId,
        Fields.PaymentDate, Fields.Salt, Fields.Signature, Fields.ErrorCode, Fields.ErrorDescription,
    };

    private readonly ConcurrentDictionary<string, ScriptedOrder> _orders = new(StringComparer.Ordinal);
    private readonly MerchantBug _bug;
    private readonly WebApplication _app;
    private readonly string? _refusal;
    private ScriptedOrder? _last;
    private int _toldInARow;
    private int _busy;

    private ScriptedMerchant(MerchantBug bug, string? refusal)
    {
        (_bug, _refusal) = (bug, refusal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPost("/orders", (HttpRequest request) => TellAsync(request));
        _app.MapGet("/orders/{id}", (string id) => Show(id));
        _app.MapMethods($"/{Script}", ["GET", "POST"], (HttpContext context) => HearAsync(context));
    }

    /// <summary>The verifier's, which a slow merchant moves on.</summary>
    public ManualTime Time { get; } = new();

    public string Address => _app.Urls.Single();

    public string Callback => $"{Address}/{Script}";

    public string Probe => Address + "/orders/{order}";

    public string Setup => $"{Address}/orders";

    /// <param name="bug">What is wrong with it.</param>
    /// <param name="refusesForgeriesWith">What it says under HTTP 200 to a callback that it does not believe; 400 when left out.</param>
    public static async Task<ScriptedMerchant> StartAsync(MerchantBug bug = MerchantBug.None, string? refusesForgeriesWith = null)
    {
        var merchant = new ScriptedMerchant(bug, refusesForgeriesWith);
        await merchant._app.StartAsync();
        return merchant;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TellAsync(HttpRequest request)
    {
        using var json = await JsonDocument.ParseAsync(request.Body);
        Assert.True(Amount.TryParse(json.RootElement.GetProperty("amount").GetString(), out var amount));
        _last = new ScriptedOrder(amount, _toldInARow > 0 ? _last : null);
        _orders.TryAdd(json.RootElement.GetProperty("order").GetString()!, _last);

        // Its store is busy for a while after many orders.
        if (++_toldInARow >= ManyOrders)
            _busy = BusyFor;
    }

    private IResult Show(string id) => _orders.TryGetValue(id, out var order)
        ? Results.Text($$"""{"state":"{{order.State}}","times":{{order.Times}}}""", "application/json")
        : Results.NotFound();

    private async Task HearAsync(HttpContext context)
    {
        if (_bug == MerchantBug.TakesSixSeconds)
            Time.Advance(TimeSpan.FromSeconds(6));
        _toldInARow = 0;
        var fields = await ReadAsync(context.Request);
        var (status, text) = fields is null ? (400, "This is no callback.") : await AnswerAsync(fields);
        if (_bug == MerchantBug.Answers204 && status == 200)
            status = 204;
        if (_bug == MerchantBug.AnswersErrorsUnder200 && status != 200)
            (status, text) = (200, "<response><pg_status>error</pg_status></response>");
        context.Response.StatusCode = status;
        if (status != 204)
            await context.Response.WriteAsync(text);
    }

    private async Task<Parameters?> ReadAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
            return _bug == MerchantBug.ReadsNoQuery ? null : FormMessage.Read(Encoding.UTF8.GetBytes(request.QueryString.Value!.TrimStart('?'))).Parameters;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var bytes = _bug == MerchantBug.ReadsAsMuchAsContentLengthSays && request.ContentLength is null ? [] : body.ToArray();
        var fields = FormMessage.Read(bytes).Parameters;
        return fields?[Fields.Xml] is { } xml
            ? _bug == MerchantBug.ReadsNoXml ? null : XmlMessage.Read(xml, Fields.Request).Parameters
            : fields;
    }

    private async Task<(int Status, string Text)> AnswerAsync(Parameters fields)
    {
        if (_bug == MerchantBug.ReadsLatin1)
            fields = new Parameters(fields.Select(field => new Parameter(field.Name, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(field.Value)))));
        if (!IsBelieved(fields) && _refusal is not null)
            return (200, _refusal);
        if (!IsBelieved(fields))
            return (400, _bug switch
            {
                MerchantBug.LeaksTheRightSignature => $"pg_sig should be {Signature.Compute(Script, fields, Secret)}",
                MerchantBug.LeaksTheSecret => Signature.TextToSign(Script, fields, Secret),
                _ => "Wrong signature.",
            });
        if (fields[Fields.MerchantId] != "4711" && _bug != MerchantBug.IgnoresTheMerchantId)
            return _refusal is null ? (400, "Another merchant.") : (200, _refusal);
        if (_bug == MerchantBug.FailsOnUnknownFields && fields.Any(field => !s_known.Contains(field.Name)))
            return (500, "Unexpected field.");
        if (_bug == MerchantBug.NeedsACardHash && fields[Fields.CardHash] is null)
            return (500, "No card.");
        if (_bug == MerchantBug.KeepsPaymentIdsIn32Bits && !int.TryParse(fields[Fields.PaymentId], System.Globalization.CultureInfo.InvariantCulture, out _))
            return (500, "Overflow.");
        if (_bug == MerchantBug.HasShortColumns && fields[Fields.ErrorDescription]?.Length > 255)
            return (500, "Data too long for column.");
        if (fields[Fields.OrderId] is not { } id || !Amount.TryParse(fields[Fields.PaymentAmount], out var amount))
            return _bug == MerchantBug.LeaksAStackTrace
                ? (500, "System.FormatException: no number\n   at Shop.Callbacks.Read(String text) in /app/Callbacks.cs:line 12")
                : (400, "Not readable.");

        return await StoreAsync(id, amount, fields);
    }

    private bool IsBelieved(Parameters fields)
    {
        var signed = _bug == MerchantBug.LeavesTheAmountUnsigned
            ? new Parameters(fields.Where(field => field.Name is not (Fields.PaymentAmount or Fields.ToPay)))
            : fields;
        var right = Signature.Compute(Script, signed, Secret);
        var received = fields[Fields.Signature];
        return _bug switch
        {
            MerchantBug.AcceptsAnySignature => true,
            MerchantBug.ChecksOnlySignaturesThereAre when received is null => true,
            MerchantBug.AcceptsAnotherSecret when received == Signature.Compute(Script, fields, "not the secret of this merchant") => true,
            MerchantBug.LeavesTheAmountUnsigned => received is not null && WithEitherAmount(fields),
            MerchantBug.ComparesInUpperCase => string.Equals(received, right.ToUpperInvariant(), StringComparison.Ordinal),
            _ => received == right,
        };
    }

    // Signed as if the amount were still the order's: what was changed on the way does not matter to it.
    private bool WithEitherAmount(Parameters fields)
    {
        if (Signature.Verify(Script, fields, Secret))
            return true;
        if (fields[Fields.OrderId] is not { } id || !_orders.TryGetValue(id, out var order) || order.Amount is not { } amount)
            return false;
        var ordered = new Parameters(fields.Select(field => field.Name == Fields.PaymentAmount ? new Parameter(field.Name, amount.ToFixed()) : field));
        return Signature.Verify(Script, ordered, Secret);
    }

    private async Task<(int Status, string Text)> StoreAsync(string id, Amount amount, Parameters fields)
    {
        if (!_orders.TryGetValue(id, out var order))
        {
            if (_bug == MerchantBug.ForgetsUnknownOrders)
                return (200, "OK");
            if (_bug != MerchantBug.PaysUnknownOrders)
                return (404, "No such order.");
            order = _orders.GetOrAdd(id, new ScriptedOrder(null, null));
        }

        if (order.Amount is { } ordered && ordered != amount && _bug is not (MerchantBug.TrustsTheAmountOfTheCallback or MerchantBug.LeavesTheAmountUnsigned))
            return (500, "Another amount.");
        if (order.Before is { IsOpen: true } && _bug == MerchantBug.ExpectsTheOrderOfPayouts)
            return (409, "Too early.");
        if (Interlocked.Decrement(ref _busy) >= 0)
            return _bug == MerchantBug.AnswersBeforeStoring ? (200, "OK") : (500, "Database is locked.");
        if (_bug == MerchantBug.PaysOnConcurrentDuplicatesOnly)
            await RaceAsync(order);
        lock (order.Gate)
            return Note(order, fields);
    }

    // A first callback is slow enough for a second one to overtake it, if there is one.
    private static async Task RaceAsync(ScriptedOrder order)
    {
        if (!order.IsOpen)
            return;
        if (Interlocked.Increment(ref order.InHand) > 1)
            order.Twin.TrySetResult();
        await Task.WhenAny(order.Twin.Task, Task.Delay(s_race, TimeProvider.System));
        if (order.Twin.Task.IsCompleted)
            order.Times++;
    }

    private (int Status, string Text) Note(ScriptedOrder order, Parameters fields)
    {
        var isPaid = _bug switch
        {
            MerchantBug.ReadsPgResult => fields["pg_result"] == "1",
            MerchantBug.TakesFailuresForSuccesses => true,
            _ => fields[Fields.Status] == "ok",
        };
        var isNewSalt = order.Salts.Add(fields[Fields.Salt] ?? "");
        var countsAgain = isPaid && (_bug == MerchantBug.PaysOnDuplicates || (_bug == MerchantBug.KnowsDuplicatesByTheirSalt && isNewSalt));
        if (!order.IsOpen && !countsAgain)
        {
            if (_bug == MerchantBug.FailsOnALateError && !isPaid)
                order.State = "failed";
            return _bug switch
            {
                MerchantBug.TurnsDuplicatesDown when isPaid == (order.State == "paid") => (409, "I have it."),
                MerchantBug.TurnsASuccessAfterAFailureDown when isPaid && order.State == "failed" => (409, "It has failed."),
                _ => (200, "OK"),
            };
        }

        order.State = isPaid ? "paid" : "failed";
        if (isPaid)
            order.Times++;
        return (200, "OK");
    }
}
