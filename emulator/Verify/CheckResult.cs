using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>What a check came to, and what was seen.</summary>
/// <param name="Check">The check.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Seen">What was wrong, or why nothing is known, a sentence each.</param>
/// <param name="Took">How long it took.</param>
internal sealed record CheckResult(CallbackCheck Check, CheckVerdict Verdict, IReadOnlyList<string> Seen, TimeSpan Took)
{
    // It quotes what an endpoint said, and goes to terminals, and to files in which not every character may stand.
    public IReadOnlyList<string> Seen { get; } = [.. Seen.Select(TerminalText.Line)];

    /// <summary>The verdict in a few words.</summary>
    public string Word => Verdict switch
    {
        CheckVerdict.Passed => "right",
        CheckVerdict.AnsweredRight => "answered",
        CheckVerdict.Failed => "WRONG",
        CheckVerdict.NotChecked => "not checked",
        _ => "-",
    };
}
