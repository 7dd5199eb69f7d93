namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>What is wrong with a signature. Secrets and card numbers are masked in all of it.</summary>
/// <param name="Ids">The mistakes by their stable names; two when only both together give the received digest.</param>
/// <param name="Sentence">What was done and what is right; a sentence for each mistake.</param>
/// <param name="Right">The text that should have been signed.</param>
/// <param name="Signed">The text that was signed, or <see langword="null"/> when nothing reproduces the digest.</param>
/// <param name="FirstDifference">Where the signed text first departs from the right one, or <see langword="null"/> when the texts are the same.</param>
/// <param name="Lines">The lines to change, in several languages.</param>
internal sealed record Diagnosis(
    IReadOnlyList<string> Ids, string Sentence, string Right, string? Signed, FirstDifference? FirstDifference, IReadOnlyList<CodeExample> Lines)
{
    /// <summary>The id of a digest that no known mistake gives.</summary>
    public const string NoneOfThese = "none-of-these";

    /// <summary>The mistakes in one word, such as <c>script-full-path</c> or <c>order-as-sent+secret-other</c>.</summary>
    public string Id => string.Join('+', Ids);

    /// <summary>Whether the doctor knows what was done.</summary>
    public bool IsKnown => Ids is not [NoneOfThese];
}
