namespace FreedomPaySandbox.Testing;

/// <summary>Which error answers are signed.</summary>
public enum SignErrors
{
    /// <summary>Those that the vendor documents as signed.</summary>
    Documented,

    /// <summary>None.</summary>
    Never,

    /// <summary>All.</summary>
    Always,
}
