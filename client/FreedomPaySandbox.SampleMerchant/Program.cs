// A merchant's service in small: takes orders to pay people, pays each exactly once, and always finds out how it ended.
using System.Globalization;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.SampleMerchant;

var builder = WebApplication.CreateSlimBuilder(args);
var settings = builder.Configuration.GetSection("FreedomPay");
builder.Services.AddFreedomPayPayouts(options =>
{
    options.BaseAddress = new Uri(settings["BaseAddress"] ?? "http://localhost:8585");
    options.MerchantId = long.Parse(settings["MerchantId"] ?? "9970", CultureInfo.InvariantCulture);
    options.PayoutSecret = settings["PayoutSecret"] ?? "sandbox-payout-secret";
    options.Timeout = TimeSpan.Parse(settings["Timeout"] ?? "00:00:30", CultureInfo.InvariantCulture);
});
builder.Services.AddSingleton<OrderBook>();
builder.Services.AddTransient<Cashier>();

var app = builder.Build();
app.MapPost("/orders", async (HttpRequest request, Cashier cashier, CancellationToken cancellation) =>
{
    var form = await request.ReadFormAsync(cancellation);
    if (!Amount.TryParse(form["amount"].ToString(), out var amount))
        return Results.BadRequest("Give id, amount and card.");
    var order = new Order(new CardPayout
    {
        OrderId = form["id"].ToString(),
        Amount = amount,
        Card = form["card"].ToString(),
        Description = "Salary",
        // Behind a proxy the service cannot know where the gateway finds it.
        PostLink = (settings["PublicAddress"] ?? $"{request.Scheme}://{request.Host}") + "/payouts/callback",
    });
    return await cashier.TakeAsync(order) is { } taken ? Results.Text(taken.ToString()) : Results.Conflict("There is an order of that id.");
});
app.MapGet("/orders/{id}", (string id, OrderBook orders) => orders.Find(id) is { } order ? Results.Text(order.ToString()) : Results.NotFound());

// For a timer: every few minutes, and at each start.
app.MapPost("/reconcile", (Cashier cashier, CancellationToken cancellation) => cashier.ReconcileAsync(cancellation));

app.MapPayoutCallback("/payouts/callback", (services, callback, _, cancellation) =>
    services.GetRequiredService<Cashier>().HearAsync(callback, cancellation));
app.Run();
