namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>How callbacks should be answered.</summary>
internal enum ExpectedReply
{
    /// <summary>Somehow, or not at all: what is not taken comes again.</summary>
    Any,

    /// <summary>Each with 200 and no error in the body.</summary>
    Taken,

    /// <summary>One of them at least with 200: the others are sent again.</summary>
    OneTaken,

    /// <summary>Each with 200 and within the limit.</summary>
    TakenInTime,

    /// <summary>Not so as if it were believed. Where effects can be seen, they decide.</summary>
    Refused,

    /// <summary>Somehow, and without giving away what is nobody's business.</summary>
    Discreet,
}
