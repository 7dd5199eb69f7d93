using System.Text;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>A page on its way to the recipient's browser.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Html">The whole page.</param>
/// <param name="Framed">Whether another site may show it inside of its own page.</param>
internal sealed record PageAnswer(int Status, string Html, bool Framed = false) : IResult
{
    /// <summary>
    /// Nothing may be loaded or run. <c>form-action</c> is left out on purpose: Chromium applies it also to where the post
    /// redirects to, and that is the merchant's <c>pg_back_link</c>, any address.
    /// </summary>
    public string ContentSecurityPolicy =>
        $"default-src 'none'; style-src {PageStyle.Source}; img-src data:; base-uri 'none'; frame-ancestors {(Framed ? "*" : "'none'")}";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Encoding.UTF8.GetBytes(Html);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        // With no-referrer the browser would post the form with "Origin: null", and it could not be told from a forged one.
        response.Headers["Referrer-Policy"] = "same-origin";
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <summary>Without the page, which holds the form's token.</summary>
    public override string ToString() => $"page {Status}";
}

/// <summary>Sends the browser on after a form, so that going back or reloading posts nothing again.</summary>
internal sealed class SeeOther(WebAddress address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address.InHeader;
        httpContext.Response.Headers.CacheControl = "no-store";

        // The address of the page lets nobody in any more, but it is nobody's business either.
        httpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
