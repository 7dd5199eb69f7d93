namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>What the verification of an endpoint came to.</summary>
internal sealed record Verification(VerifyTarget Target, IReadOnlyList<CheckResult> Results)
{
    public bool HasFindings => Count(CheckVerdict.Failed) > 0;

    /// <summary>Whether it says something about every check that applies.</summary>
    public bool IsWhole => Count(CheckVerdict.NotChecked) == 0;

    public int Count(CheckVerdict verdict) => Results.Count(result => result.Verdict == verdict);

    /// <summary>How many came to what, in a sentence.</summary>
    public string Summary
    {
        get
        {
            (CheckVerdict Verdict, string Name)[] parts =
            [
                (CheckVerdict.Passed, "right"),
                (CheckVerdict.AnsweredRight, "answered right, effect not seen"),
                (CheckVerdict.Failed, "wrong"),
                (CheckVerdict.NotChecked, "not checked"),
                (CheckVerdict.DoesNotApply, "do not apply"),
            ];
            var counts = parts.Where(part => Count(part.Verdict) > 0).Select(part => $"{Count(part.Verdict)} {part.Name}");
            return $"{Results.Count} checks: {string.Join(", ", counts)}.";
        }
    }
}
