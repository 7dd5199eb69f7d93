namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>What is wrong with a signature. Secrets and card numbers are masked in all of it.</summary>
/// <param name="Ids">The mistakes by their stable names; two when only both together give the received digest.</param>
/// <param name="Sentence">What was done and what is right; a sentence for each mistake.</param>
/// <param name="Right">The text that should have been signed.</param>
/// <param name="Signed">The text that was signed, or <see langword="null"/> when nothing reproduces the digest.</param>
/// <param name="FirstDifference">Where the signed text first departs from the right one, or <see langword="null"/> when the texts are the
/// same.</param>
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

/// <summary>The lines that do one step of signing right, in the languages integrators write.</summary>
internal sealed record CodeExample(string Php, string CSharp, string JavaScript, string Python, string Go)
{
    /// <summary>Each language with its lines.</summary>
    public IEnumerable<(string Language, string Code)> All =>
        [("PHP", Php), ("C#", CSharp), ("JS", JavaScript), ("Python", Python), ("Go", Go)];
}

/// <summary>The first place where a signed text departs from the right one.</summary>
/// <param name="Index">The character, in either of the shown texts, counted from 0.</param>
/// <param name="Field">What stands there in the right text: a field's name, <c>script</c>, <c>secret</c>, or <c>end</c> behind it.</param>
internal sealed record FirstDifference(int Index, string Field);

/// <summary>Cuts shown texts to what a diagnosis may keep of a huge message: the surroundings of the departure.</summary>
internal static class DiagnosisCut
{
    /// <summary>The most characters of a text.</summary>
    public const int MaxLength = 4000;

    private const int Before = 1000;

    public static (string Right, string? Signed, FirstDifference? Difference) Apply(string right, string? signed, FirstDifference? difference)
    {
        var start = difference is { Index: > MaxLength - Before } ? difference.Index - Before : 0;
        return (Cut(right, start), signed is null ? null : Cut(signed, start), start == 0 ? difference : difference! with { Index = difference.Index - start + 1 });
    }

    private static string Cut(string text, int start)
    {
        if (start == 0 && text.Length <= MaxLength)
            return text;
        var rest = text.AsSpan(Math.Min(start, text.Length));
        var front = start > 0 ? "…" : "";
        return rest.Length <= MaxLength ? $"{front}{rest}" : $"{front}{rest[..MaxLength]}…";
    }
}
