using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Told = FreedomPaySandbox.Client.Callback;

namespace FreedomPaySandbox.ContractTests.Verification;

/// <summary>A merchant that pays the orders it is told of out through a sandbox, and knows payouts by their payment ids alone.</summary>
internal sealed class PayingMerchant : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, Order> _orders = new();
    private readonly WebApplication _app;
    private readonly RunningSandbox _sandbox;

    private PayingMerchant(WebApplication app, RunningSandbox sandbox) => (_app, _sandbox) = (app, sandbox);

    public string Address => _app.Urls.Single();

    public string Callback => Address + "/post";

    public static async Task<PayingMerchant> StartAsync(RunningSandbox sandbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var merchant = new PayingMerchant(app, sandbox);
        app.MapPost("/orders", merchant.PayAsync);
        app.MapGet("/orders/{id}", merchant.TellAsync);
        app.MapPost("/post", merchant.TakeAsync);
        await app.StartAsync();
        return merchant;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task PayAsync(HttpContext context)
    {
        using var told = await JsonDocument.ParseAsync(context.Request.Body);
        var (id, amount) = (told.RootElement.GetProperty("order").GetString()!, told.RootElement.GetProperty("amount").GetString()!);
        var reply = await _sandbox.CallAsync(SignedCall.Payout(id, amount, AdminCall.Success).With("pg_post_link", Callback).With("pg_salt", id));
        _orders[long.Parse(reply["pg_payment_id"]!, CultureInfo.InvariantCulture)] = new Order(id, Amount.TryParse(amount, out var parsed) ? parsed : Amount.Zero);
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Response.StatusCode = new CallbackReader(9970, SignedCall.PayoutSecret).Read(new Uri(Callback), context.Request.ContentType, body.ToArray()) switch
        {
            Told callback when _orders.TryGetValue(callback.PaymentId, out var order) => order.Take(callback),
            Told => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status403Forbidden,
        };
    }

    private Task TellAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        var order = _orders.Values.SingleOrDefault(order => order.Id == id);
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { state = order?.State ?? "unknown", times = order?.Times ?? 0 }));
    }

    private sealed class Order(string id, Amount amount)
    {
        private readonly Lock _lock = new();

        public string Id => id;

        public string State { get; private set; } = "unknown";

        public int Times { get; private set; }

        public int Take(Told callback)
        {
            lock (_lock)
            {
                if (callback.Amount != amount || callback.OrderId != id)
                    return StatusCodes.Status400BadRequest;
                if (State == "paid")
                    return StatusCodes.Status200OK;
                if (callback.Status == CallbackStatus.Ok)
                    (State, Times) = ("paid", Times + 1);
                else
                    State = "failed";
                return StatusCodes.Status200OK;
            }
        }
    }
}
