using System.ComponentModel;
using System.Text.Json.Serialization;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signatures;

namespace FreedomPaySandbox.Emulator.Admin.Views;

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
