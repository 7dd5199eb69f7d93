namespace FreedomPaySandbox.Testing;

/// <summary>
/// What typing a card on a page came to: <see cref="PageRedirected"/>, <see cref="PageRejectedCard"/>, or <see cref="PageNotice"/>, when
/// there was nothing to type on.
/// </summary>
public abstract record PageOutcome
{
    private protected PageOutcome()
    {
    }
}

/// <summary>
/// There is no form, or it was not taken: the link was used, has expired, is unknown, or the form was not the page's own.
/// </summary>
/// <param name="Status">The HTTP status: 410, 404 or 403.</param>
/// <param name="Text">What the page says, in its reader's language.</param>
public sealed record PageNotice(int Status, string Text) : PageOutcome;

/// <summary>The card was taken, and the browser is sent elsewhere: to <c>pg_back_link</c>. Nobody went there.</summary>
/// <param name="To">Where the browser would go.</param>
public sealed record PageRedirected(Uri To) : PageOutcome;

/// <summary>The page shows itself again, with what is wrong beside the card. It may be filled again.</summary>
/// <param name="Text">What it says, in its reader's language.</param>
public sealed record PageRejectedCard(string Text) : PageOutcome;
