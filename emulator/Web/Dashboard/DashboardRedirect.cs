using FreedomPaySandbox.Emulator.Access;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>Sends the browser to a page of the dashboard after a form, so that reloading posts nothing again.</summary>
internal sealed record DashboardRedirect(string Address, Flash? Flash = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        Flash?.Leave(httpContext);
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = PublicPath.Link(httpContext.Request, Address);
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
