using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>Decides who may use the dashboard: those who may use the admin API, and with a token those who have shown it.</summary>
internal sealed class DashboardGate(AdminHosts hosts, PublicAddress address, AdminToken? token, WrongTokens wrong, DashboardPass pass)
{
    /// <summary>Whether there is a token at all.</summary>
    public bool IsLockable => token is not null;

    /// <param name="request">The request.</param>
    /// <param name="isPublic">Whether it takes no token: the page that asks for it, and what every page looks like.</param>
    public Access Admit(HttpRequest request, bool isPublic)
    {
        if (!hosts.Allows(request.Host))
            return Access.ForeignHost;
        if (!SameOrigin.HoldsAtAny(request, address))
            return Access.ForeignPage;
        return token is null || isPublic || pass.Holds(request) || AdminBearer.Try(request, token, wrong) is { IsRight: true }
            ? Access.Granted
            : Access.Locked;
    }
}

/// <summary>Whether somebody may use the dashboard, or why not.</summary>
internal enum Access
{
    Granted,

    /// <summary>Called under a name that a page from elsewhere could have made up.</summary>
    ForeignHost,

    /// <summary>A form of somebody else's page.</summary>
    ForeignPage,

    /// <summary>The sandbox has an admin token, and the browser has not shown it.</summary>
    Locked,
}

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
