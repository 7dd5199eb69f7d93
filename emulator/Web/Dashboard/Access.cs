namespace FreedomPaySandbox.Emulator.Web.Dashboard;

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
