namespace FreedomPaySandbox.Client;

/// <summary>
/// What reading a callback came to: a <see cref="Callback"/> or a <see cref="SavedCardCallback"/> that may be believed, or a
/// <see cref="CallbackProblem"/>.
/// </summary>
public abstract record CallbackReadResult
{
    private protected CallbackReadResult()
    {
    }
}

/// <summary>A callback that is not to be believed. Answer it with an HTTP error; do not act on it.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Text">What to check, for the merchant's developers. Holds no secret and no value of the message.</param>
public sealed record CallbackProblem(CallbackProblemKind Kind, string Text) : CallbackReadResult
{
    internal static CallbackProblem From(FieldProblem problem, string kind) => new(
        problem.Fault == FieldFault.Missing ? CallbackProblemKind.MissingField : CallbackProblemKind.UnreadableField,
        $"The callback is signed rightly and cannot be used: {problem} Compare it with the documented fields of callbacks of {kind}.");
}

/// <summary>Why a callback is not believed.</summary>
public enum CallbackProblemKind
{
    /// <summary>It is longer than 64 KB.</summary>
    TooLong,

    /// <summary>It is no form: another content type, another charset, or malformed.</summary>
    NotAForm,

    /// <summary>It carries no <c>pg_sig</c>, or no <c>pg_salt</c>.</summary>
    NotSigned,

    /// <summary>Its signature is wrong.</summary>
    WrongSignature,

    /// <summary>It is about another merchant.</summary>
    AnotherMerchant,

    /// <summary>A field without which it says nothing is missing.</summary>
    MissingField,

    /// <summary>A field is there twice, or has no documented form, or contradicts another.</summary>
    UnreadableField,
}
