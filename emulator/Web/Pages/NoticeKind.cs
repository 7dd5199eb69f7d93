namespace FreedomPaySandbox.Emulator.Web.Pages;

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
