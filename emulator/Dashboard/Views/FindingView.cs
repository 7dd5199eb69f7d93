namespace FreedomPaySandbox.Emulator.Dashboard.Views;

/// <summary>Something that the sandbox noticed about a merchant's service.</summary>
/// <param name="Id">Of the kind of finding.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Sentence">What it is.</param>
/// <param name="Fix">How to mend it.</param>
internal sealed record FindingView(string Id, Tone Severity, string Sentence, string Fix)
{
    /// <summary>The dashboard's page of the payout it was seen at.</summary>
    public string? PayoutAddress { get; init; }

    /// <summary>The id of the call it was seen at.</summary>
    public string? Request { get; init; }
}
