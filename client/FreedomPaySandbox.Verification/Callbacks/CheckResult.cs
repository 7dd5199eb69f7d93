namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>What a check came to, and what was seen.</summary>
/// <param name="Check">The check.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Seen">What was wrong, or why nothing is known, a sentence each.</param>
/// <param name="Took">How long it took.</param>
internal sealed record CheckResult(CallbackCheck Check, CheckVerdict Verdict, IReadOnlyList<string> Seen, TimeSpan Took)
{
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

/// <summary>What a check came to.</summary>
internal enum CheckVerdict
{
    Passed,

    /// <summary>Answered right; whether the effect was right could not be seen.</summary>
    AnsweredRight,

    Failed,

    /// <summary>Orders could not be told or asked for, so nothing is known.</summary>
    NotChecked,

    DoesNotApply,
}

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

/// <summary>What the verification of an endpoint came to.</summary>
internal sealed record VerificationResult(VerifyTarget Target, IReadOnlyList<CheckResult> Results)
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
