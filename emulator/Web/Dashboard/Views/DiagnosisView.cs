using FreedomPaySandbox.Emulator.Signatures;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>What is wrong with a signature: the text that should have been signed beside the one that was.</summary>
/// <param name="Id">Of the kind of slip.</param>
/// <param name="Sentence">What it is.</param>
/// <param name="Right">The text to sign, its secret masked.</param>
/// <param name="Merchants">The text that the merchant signed, its secret masked; none when nobody knows it.</param>
/// <param name="FirstDifference">The index at which the two part.</param>
/// <param name="Fixes">The lines to change, by language.</param>
internal sealed record DiagnosisView(
    string Id, string Sentence, string Right, string? Merchants, int FirstDifference, IReadOnlyDictionary<string, string> Fixes)
{
    /// <summary>What both have in common at their beginnings.</summary>
    public string Common => Merchants is null ? Right : Right[..Math.Clamp(FirstDifference, 0, Math.Min(Right.Length, Merchants.Length))];

    public string RightRest => Right[Common.Length..];

    public string MerchantsRest => Merchants?[Common.Length..] ?? "";

    public static DiagnosisView From(Diagnosis diagnosis) => new(
        diagnosis.Id,
        diagnosis.Sentence,
        diagnosis.Right,
        diagnosis.Signed,
        diagnosis.FirstDifference?.Index ?? diagnosis.Right.Length,
        diagnosis.Lines.SelectMany(lines => lines.All)
            .GroupBy(line => line.Language, line => line.Code, StringComparer.Ordinal)
            .ToDictionary(lines => lines.Key, lines => string.Join("\n\n", lines), StringComparer.Ordinal));
}
