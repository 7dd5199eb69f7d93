namespace FreedomPaySandbox.Testing;

/// <summary>What is wrong with the signature of a call. Secrets and card numbers are masked in all of it.</summary>
public sealed record SignatureDiagnosis
{
    /// <summary>The mistake, or two joined by <c>+</c>, such as <c>script-full-path</c>; <c>none-of-these</c> when no known mistake gives the digest.</summary>
    public required string Id { get; init; }

    /// <summary>What was done, and what is right.</summary>
    public required string Sentence { get; init; }

    /// <summary>The text that should have been signed.</summary>
    public required string RightText { get; init; }

    /// <summary>The text that was signed, when it is known.</summary>
    public string? SignedText { get; init; }

    /// <summary>Where the signed text first departs from the right one.</summary>
    public SignatureDifference? FirstDifference { get; init; }

    /// <summary>The lines to change; a set for each mistake.</summary>
    public required IReadOnlyList<SigningExample> Lines { get; init; }

    /// <summary>What was done and what is right, for the message of a failed test.</summary>
    public override string ToString() => $"{Id}: {Sentence}";
}
