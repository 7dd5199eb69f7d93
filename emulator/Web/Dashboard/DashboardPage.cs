using System.Text;
using FreedomPaySandbox.Emulator.Access;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>A page on its way to a developer's browser.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Html">The whole page.</param>
internal sealed record DashboardPage(int Status, string Html) : IResult
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Encoding.UTF8.GetBytes(PublicPath.Links(httpContext.Request, Html));
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        // With no-referrer the browser would post forms with "Origin: null", and they could not be told from forged ones.
        response.Headers["Referrer-Policy"] = "same-origin";
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <summary>Without the page.</summary>
    public override string ToString() => $"page {Status}";
}
