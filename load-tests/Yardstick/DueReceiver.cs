using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Yardstick;

/// <summary>Many hosts of loopback, on one port, that note when each attempt of each callback arrives.</summary>
internal sealed class DueReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<int, DateTimeOffset[]> _arrivals = new();
    private int _port;
    private int _attempts;
    private int _warmUps;

    private DueReceiver(WebApplication app) => _app = app;

    /// <summary>Of orders that are measured.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Of orders that are not, whose numbers are negative.</summary>
    public int WarmUps => Volatile.Read(ref _warmUps);

    public static async Task<DueReceiver> StartAsync(int port, int hosts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var host = 0; host < hosts; host++)
                kestrel.Listen(IPAddress.Parse(HostName(host)), port);
        });
        var app = builder.Build();
        var receiver = new DueReceiver(app) { _port = port };
        app.MapPost("/post", (RequestDelegate)receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    public string PostLink(int host) => string.Create(CultureInfo.InvariantCulture, $"http://{HostName(host)}:{_port}/post");

    /// <summary>When the attempts for an order came, the first of them first.</summary>
    public IReadOnlyList<DateTimeOffset> Create(int order) => _arrivals.GetValueOrDefault(order, []);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string HostName(int host) => string.Create(CultureInfo.InvariantCulture, $"127.0.0.{host + 1}");

    private async Task ReceiveAsync(HttpContext context)
    {
        var now = TimeProvider.System.GetUtcNow();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var order = DuePlan.GetOrder(form[Fields.OrderId].ToString());
        if (order < 0)
        {
            Interlocked.Increment(ref _warmUps);
            return;
        }

        var all = _arrivals.AddOrUpdate(order, _ => [now], (_, earlier) => [.. earlier, now]);
        Interlocked.Increment(ref _attempts);
        context.Response.StatusCode = all.Length == 1 && DuePlan.IsRefusedFirst(order) ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
    }
}
