namespace FreedomPaySandbox.Testing;

/// <summary>There is no form, or it was not taken: the link was used, has expired, is unknown, or the form was not the page's own.</summary>
/// <param name="Status">The HTTP status: 410, 404 or 403.</param>
/// <param name="Text">What the page says, in its reader's language.</param>
public sealed record PageNotice(int Status, string Text) : PageOutcome;
