using System.ComponentModel;
using FreedomPaySandbox.Emulator.Signatures;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>What is wrong with a signature; secrets and card numbers are masked in all of it.</summary>
internal sealed record DiagnosisView
{
    [Description("The mistake, or two joined by +, such as script-full-path; none-of-these when no known mistake gives the digest.")]
    public required string Id { get; init; }

    [Description("What was done, and what is right.")]
    public required string Sentence { get; init; }

    [Description("The text that should have been signed.")]
    public required string RightText { get; init; }

    [Description("The text that was signed; left out when nothing reproduces the digest.")]
    public string? SignedText { get; init; }

    [Description("Where the signed text first departs from the right one: a character, from 0, and the field it belongs to.")]
    public FirstDifference? FirstDifference { get; init; }

    [Description("The lines to change, in five languages; a set for each mistake.")]
    public required IReadOnlyList<CodeExampleView> Lines { get; init; }

    public static DiagnosisView From(Diagnosis diagnosis) => new()
    {
        Id = diagnosis.Id,
        Sentence = diagnosis.Sentence,
        RightText = diagnosis.Right,
        SignedText = diagnosis.Signed,
        FirstDifference = diagnosis.FirstDifference,
        Lines = [.. diagnosis.Lines.Select(CodeExampleView.From)],
    };
}
