using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>All words of the recipient's pages, and how numbers and dates are written; one class a language.</summary>
internal abstract class PageTexts
{
    public abstract string Brand { get; }

    public abstract string Languages { get; }

    public abstract string SandboxNote { get; }

    public abstract string Disclaimer { get; }

    public abstract string PayoutTitle { get; }

    public abstract string SaveTitle { get; }

    public abstract string SaveLead { get; }

    public abstract string ErrorInTitle { get; }

    public abstract string Merchant { get; }

    public abstract string Order { get; }

    public abstract string Description { get; }

    public abstract string ValidUntil { get; }

    public abstract string CardLabel { get; }

    public abstract string CardHint { get; }

    public abstract string SaveButton { get; }

    public abstract string TestCards { get; }

    public abstract string CardColumn { get; }

    public abstract string OutcomeColumn { get; }

    public abstract string OpenAgain { get; }

    public abstract string MerchantNumber(long merchant);

    public abstract string PayoutButton(string money);

    /// <summary>What a payout to a test card does.</summary>
    public abstract string Outcome(TestCard card);

    public abstract string Problem(TypedCardProblem problem);

    /// <summary>Stands before the vendor's own text.</summary>
    public abstract string RefusedWith(int code);

    public abstract string AfterRefusal { get; }

    public abstract NoticeTexts Notice(NoticeKind kind);

    public abstract string Money(Amount amount);

    public abstract string Moment(DateTimeOffset time);

    /// <summary>A moment's distance from UTC: <c>UTC+6</c>, <c>UTC+5:30</c>, <c>UTC</c>.</summary>
    protected static string Zone(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
            return "UTC";
        var size = offset.Duration();
        var minutes = size.Minutes == 0 ? "" : FormattableString.Invariant($":{size.Minutes:00}");
        return FormattableString.Invariant($"UTC{(offset < TimeSpan.Zero ? '\u2212' : '+')}{size.Hours}{minutes}");
    }
}

/// <summary>Why the recipient gets no form.</summary>
internal enum NoticeKind
{
    /// <summary>A card was typed here before.</summary>
    UsedLink,

    ExpiredLink,

    UnknownLink,

    /// <summary>The form came from elsewhere, or without the token it was given.</summary>
    ForgedPost,

    /// <summary>What was posted is no form, or too large for one.</summary>
    UnreadableForm,

    /// <summary>The payout goes to an IBAN, and no card is wanted.</summary>
    NothingToDo,

    StoreUnavailable,

    Fault,
}

/// <summary>What a notice says: what is the matter, and the next step.</summary>
internal sealed record NoticeTexts(string Title, string Text);
