using System.ComponentModel;
using System.Text.Json.Serialization;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Protocol;

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

/// <summary>The lines that do one step of signing right, in the languages integrators write.</summary>
internal sealed record CodeExampleView(string Php, string CSharp, string JavaScript, string Python, string Go)
{
    public static CodeExampleView From(CodeExample lines) => new(lines.Php, lines.CSharp, lines.JavaScript, lines.Python, lines.Go);
}

/// <summary>What there is to say of the signature of a call.</summary>
internal sealed record ExplanationView
{
    [Description("Whether the gateway would take it.")]
    public required bool IsRight { get; init; }

    [Description("The script name that belongs to the address.")]
    public required string Script { get; init; }

    [Description("Which secret signs it: payout or receive.")]
    public required string Secret { get; init; }

    [Description("What is wrong with it; null when nothing is.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DiagnosisView? Diagnosis { get; init; }

    public static ExplanationView From(string script, SecretKind kind, Diagnosis? diagnosis) => new()
    {
        IsRight = diagnosis is null,
        Script = script,
        Secret = kind == SecretKind.Receive ? "receive" : "payout",
        Diagnosis = diagnosis is null ? null : DiagnosisView.From(diagnosis),
    };
}
