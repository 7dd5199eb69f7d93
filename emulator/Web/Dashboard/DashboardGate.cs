using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>Decides who may use the dashboard: whoever may use the admin API, and with a token whoever has shown it.</summary>
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
