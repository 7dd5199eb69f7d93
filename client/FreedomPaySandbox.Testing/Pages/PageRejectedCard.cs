namespace FreedomPaySandbox.Testing;

/// <summary>The page shows itself again, with what is wrong beside the card. It may be filled again.</summary>
/// <param name="Text">What it says, in its reader's language.</param>
public sealed record PageRejectedCard(string Text) : PageOutcome;
