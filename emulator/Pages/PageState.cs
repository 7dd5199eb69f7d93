using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Pages;

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

/// <summary>Says what there is to do on the page of a payout.</summary>
internal static class PageStates
{
    public static PageState PageStateAt(this Payout payout, DateTimeOffset now)
    {
        if (!payout.HasForm)
            return PageState.NothingToDo;
        if (!payout.Waits)
            return PageState.Used;
        return payout.StatusAt(now) == PayoutStatus.Process ? PageState.Open : PageState.Expired;
    }
}
