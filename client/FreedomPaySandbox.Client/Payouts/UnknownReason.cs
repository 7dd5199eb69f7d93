namespace FreedomPaySandbox.Client;

/// <summary>Why nothing is known of a payout, or of its status.</summary>
public enum UnknownReason
{
    /// <summary>The connection broke after the call was sent.</summary>
    AnswerLost,

    /// <summary>No complete answer came in time.</summary>
    TimedOut,

    /// <summary>The gateway says that it failed itself: 9999, or an error without a number (E-12).</summary>
    SystemFault,

    /// <summary>An HTTP status from 500 on, from the gateway or a proxy before it.</summary>
    HttpError,

    /// <summary>The gateway refused to answer an inquiry, which says nothing about the payout.</summary>
    InquiryRefused,
}
