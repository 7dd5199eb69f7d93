using System.Globalization;
using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Yardstick;

/// <summary>A merchant's endpoint that takes every callback, and does nothing else: it must not be what limits the sandbox.</summary>
internal static class Receiver
{
    private static readonly byte[] s_answer = Encoding.UTF8.GetBytes(XmlMessage.Write(Fields.Response, SignedOrders.Signed("post", new Parameters
    {
        { Fields.Status, "ok" },
        { Fields.Salt, "receiver" },
    })));

    public static async Task<int> RunAsync(string url)
    {
        var received = 0L;
        await using var app = BareServer.At(url);
        app.MapPost("/post", (RequestDelegate)(context =>
        {
            Interlocked.Increment(ref received);
            return TakeAsync(context);
        }));
        app.MapPost("/slow/post", (RequestDelegate)(async context =>
        {
            await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, context.RequestAborted);
            await TakeAsync(context);
        }));
        app.MapGet("/received", () => Interlocked.Read(ref received).ToString(CultureInfo.InvariantCulture));
        app.MapGet("/readyz", () => "ok");
        await app.RunAsync();
        return 0;
    }

    private static async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.ContentType = "text/xml; charset=utf-8";
        context.Response.ContentLength = s_answer.Length;
        await context.Response.Body.WriteAsync(s_answer, context.RequestAborted);
    }
}
