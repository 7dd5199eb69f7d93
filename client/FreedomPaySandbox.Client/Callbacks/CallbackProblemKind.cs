namespace FreedomPaySandbox.Client;

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
