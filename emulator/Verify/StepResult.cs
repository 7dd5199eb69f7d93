namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>What came of a step.</summary>
internal sealed record StepResult(CheckStep Step)
{
    /// <summary>The answers, in the order in which the callbacks stand in the step; the last ones after a repeat.</summary>
    public IReadOnlyList<Reply> Replies { get; init; } = [];

    /// <summary>What the merchant said of the order; none when it was not asked.</summary>
    public ReportedOrder? Order { get; init; }

    /// <summary>Why the step could not be taken, in a sentence: neither right nor wrong.</summary>
    public string? Hindrance { get; init; }
}
