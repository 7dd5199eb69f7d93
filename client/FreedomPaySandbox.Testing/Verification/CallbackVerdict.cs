namespace FreedomPaySandbox.Testing;

/// <summary>What a check of a callback endpoint came to.</summary>
public enum CallbackVerdict
{
    /// <summary>It does that right.</summary>
    Right,

    /// <summary>It answered right; whether the effect was right could not be seen without <see cref="CallbackVerification.Effect"/>.</summary>
    AnsweredRight,

    /// <summary>It does that wrong.</summary>
    Wrong,

    /// <summary>It offers nothing that this check is about.</summary>
    DoesNotApply,
}
