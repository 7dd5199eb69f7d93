namespace FreedomPaySandbox.Testing;

/// <summary>What is wrong with the signature of a call. Secrets and card numbers are masked in all of it.</summary>
public sealed record SignatureDiagnosis
{
    /// <summary>
    /// The mistake, or two joined by <c>+</c>, such as <c>script-full-path</c>; <c>none-of-these</c> when no known mistake gives the
    /// digest.
    /// </summary>
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

/// <summary>Where a signed text first departs from the right one.</summary>
/// <param name="Index">The character, from 0.</param>
/// <param name="Field">What stands there in the right text: a field's name, <c>script</c>, <c>secret</c> or <c>end</c>.</param>
public sealed record SignatureDifference(int Index, string Field);

/// <summary>The lines that do one step of signing right.</summary>
/// <param name="Php">In PHP.</param>
/// <param name="CSharp">In C#.</param>
/// <param name="JavaScript">In JavaScript.</param>
/// <param name="Python">In Python.</param>
/// <param name="Go">In Go.</param>
public sealed record SigningExample(string Php, string CSharp, string JavaScript, string Python, string Go);
