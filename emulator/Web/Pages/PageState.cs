namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>What there is to do on a page.</summary>
internal enum PageState
{
    /// <summary>A card can be typed.</summary>
    Open,

    /// <summary>One was.</summary>
    Used,

    /// <summary>It is too late.</summary>
    Expired,

    /// <summary>There never was anything: the money goes to an account (M-10).</summary>
    NothingToDo,
}
