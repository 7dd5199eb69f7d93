namespace FreedomPaySandbox.Yardstick;

/// <summary>
/// The least that an endpoint of this kind can do: the framework reads the form, and one static text goes back, as long as that of an
/// accepted payout. What the sandbox needs beyond it, the sandbox is the cause of.
/// </summary>
internal static class BareEndpoint
{
    private static readonly byte[] s_answer =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <response>
            <pg_payment_id>2143041741</pg_payment_id>
            <pg_merchant_id>9970</pg_merchant_id>
            <pg_order_id>1234</pg_order_id>
            <pg_status>ok</pg_status>
            <pg_balance>999999900</pg_balance>
            <pg_payment_amount>100</pg_payment_amount>
            <pg_payment_date>2026-11-24T00:58:27+00:00</pg_payment_date>
            <pg_reference>PDLJ2H9M0VK6IF</pg_reference>
            <pg_salt>5m5bv0F3Znxmv0fQ</pg_salt>
            <pg_sig>f9702da852e1ea9d512144d6ffc73f4b</pg_sig>
            <pg_datetime>2026-11-24T00:58:27+00:00</pg_datetime>
        </response>

        """u8.ToArray();

    public static async Task<int> RunAsync(string url)
    {
        await using var app = BareServer.At(url);
        app.MapPost("/g2g/p2p2nonreg", (RequestDelegate)AnswerAsync);
        app.MapGet("/readyz", () => "ok");
        await app.RunAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        context.Response.StatusCode = form.ContainsKey("pg_sig") ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/xml; charset=utf-8";
        context.Response.ContentLength = s_answer.Length;
        await context.Response.Body.WriteAsync(s_answer, context.RequestAborted);
    }
}

/// <summary>A web server with nothing in it.</summary>
internal static class BareServer
{
    public static WebApplication At(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder.Build();
    }
}
