using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Web.Pages;

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
