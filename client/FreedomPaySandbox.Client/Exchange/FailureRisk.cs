namespace FreedomPaySandbox.Client;

/// <summary>What is at stake when a call goes wrong, and what the caller does next.</summary>
/// <param name="WhenInDoubt">Said when the call went out and nothing that may be believed came back.</param>
/// <param name="WhenNotSent">Said when the call did not leave.</param>
/// <param name="InDoubt">Whether a payout may have been made when the call went out.</param>
/// <param name="InDoubtEvenNotSent">Whether a payout may have been made when the call did not leave.</param>
internal sealed record FailureRisk(string WhenInDoubt, string WhenNotSent, bool InDoubt, bool InDoubtEvenNotSent)
{
    private const string AskAgain =
        "Nothing was changed by asking, and what became of the payout is as unknown as before: ask again, do not pay again.";

    /// <summary>Money that must go out once.</summary>
    public static FailureRisk Payout { get; } = new(
        "The payout may have been made: settle it with ResolveAsync and its order id, and do not pay again before.",
        "Nothing was sent, so no payout was made: it may be sent again under the same order id.",
        InDoubt: true,
        InDoubtEvenNotSent: false);

    /// <summary>A page on which somebody may be paid.</summary>
    public static FailureRisk PayoutPage { get; } = new(
        "There may be a page now: settle it with ResolveAsync and its order id, and ask for no other before.",
        "Nothing was sent, so there is no page and no payout was made: it may be asked for again under the same order id.",
        InDoubt: true,
        InDoubtEvenNotSent: false);

    /// <summary>What is known of a payout.</summary>
    public static FailureRisk Inquiry { get; } = new(AskAgain, AskAgain, InDoubt: true, InDoubtEvenNotSent: true);

    /// <summary>An inquiry that is about no payout.</summary>
    public static FailureRisk Nothing { get; } = new(
        "Nothing was changed by asking: ask again.", "Nothing was sent: ask again.", InDoubt: false, InDoubtEvenNotSent: false);

    /// <summary>A page on which a card is saved, and nobody is paid.</summary>
    public static FailureRisk CardPage { get; } = new(
        "No money goes out by saving a card: ask for another page; one that nobody opens does no harm.",
        "Nothing was sent: ask again.",
        InDoubt: false,
        InDoubtEvenNotSent: false);
}
