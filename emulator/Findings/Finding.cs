namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Something a merchant does that will hurt in production, as it was first seen.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">When, by the merchant's clock.</param>
/// <param name="Text">What was seen, in a sentence; card numbers masked.</param>
internal sealed record Finding(FindingKind Kind, DateTimeOffset At, string Text)
{
    /// <summary>The payout that it is about, if it is about one.</summary>
    public long? PaymentId { get; init; }

    /// <summary>The journal's number of the call that showed it, if one did.</summary>
    public string? Request { get; init; }

    /// <summary>How often it was seen.</summary>
    public long Count { get; init; } = 1;

    public override string ToString() => $"{Kind}: {Text}";
}
