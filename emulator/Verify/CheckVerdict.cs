namespace FreedomPaySandbox.Emulator.Verify;

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
