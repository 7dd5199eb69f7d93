using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>A row of the route table: where the operation is called, what signs it, what carries it out.</summary>
internal sealed record GatewayOperation(
    string Path, ApiGeneration Surface, SecretKind Secret, Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> Handler)
{
    /// <summary>Stands for what was called where nothing is.</summary>
    public static GatewayOperation Unknown { get; } = Nothing(GatewayMethods.UnknownPath);

    /// <summary>Stands for whatever path a callback of a sandbox came to.</summary>
    public static GatewayOperation ReturnedCallback { get; } = Nothing(GatewayMethods.ReturnedCallback);

    /// <summary>The name by which the operation is switched off, however the call spells its path (E-11).</summary>
    public string Method { get; } = ScriptName.FromUrl(Path);

    /// <summary>Whether the path says which merchant calls.</summary>
    public bool NamesMerchant { get; } = Path.Contains($"{{{GatewayEndpoints.MerchantInPath}}}", StringComparison.Ordinal);

    /// <summary>Finds the card number by which rules know where a call's money goes.</summary>
    public Func<MerchantState, Parameters, CancellationToken, ValueTask<string?>> CardOf { get; init; } =
        static (_, fields, _) => ValueTask.FromResult(FieldValidation.Text(fields, Fields.PaymentTo, CardNumber.MaxDigits));

    /// <summary>Whether it stands for calls that are no operation, whose path is the caller's own text.</summary>
    public bool IsNothing => ReferenceEquals(this, Unknown) || ReferenceEquals(this, ReturnedCallback);

    private static GatewayOperation Nothing(string name) => new(
        name, ApiGeneration.Api, SecretKind.Payout, static (_, _) => throw new InvalidOperationException("There is nothing to carry out."));
}
