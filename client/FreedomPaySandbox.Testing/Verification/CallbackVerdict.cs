namespace FreedomPaySandbox.Testing;

/// <summary>What a check of a callback endpoint came to.</summary>
public enum CallbackVerdict
{
    /// <summary>It does that right.</summary>
    Passed,

    /// <summary>It answered right; whether the effect was right could not be seen without <see cref="CallbackVerification.Effect"/>.</summary>
    AnswerPassed,

    /// <summary>It does that wrong.</summary>
    Failed,

    /// <summary>It offers nothing that this check is about.</summary>
    NotApplicable,
}
