using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>A row of the route table: where the operation is called, what signs it, what carries it out.</summary>
internal sealed record GatewayOperation(
    string Path, ApiGeneration Generation, SecretKind Secret, Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> Handler)
{
    /// <summary>Stands for what was called where nothing is.</summary>
    public static GatewayOperation Unknown { get; } = Nothing(OperationNames.UnknownPath);

    /// <summary>Stands for whatever path a callback of a sandbox came to.</summary>
    public static GatewayOperation ReturnedCallback { get; } = Nothing(OperationNames.ReturnedCallback);

    /// <summary>The name by which the operation is switched off, however the call spells its path (E-11).</summary>
    public string Method { get; } = ScriptName.FromUrl(Path);

    /// <summary>Whether the path says which merchant calls.</summary>
    public bool NamesMerchant { get; } = Path.Contains($"{{{GatewayEndpoints.MerchantInPath}}}", StringComparison.Ordinal);

    /// <summary>Finds the card number by which rules know where a call's money goes.</summary>
    public Func<MerchantState, Parameters, CancellationToken, ValueTask<string?>> FindCard { get; init; } =
        static (_, fields, _) => ValueTask.FromResult(FieldValidation.Text(fields, Fields.PaymentTo, CardNumber.MaxDigits));

    /// <summary>Whether it stands for calls that are no operation, whose path is the caller's own text.</summary>
    public bool IsNothing => ReferenceEquals(this, Unknown) || ReferenceEquals(this, ReturnedCallback);

    /// <summary>An operation of the newer paths.</summary>
    public static GatewayOperation Gateway(string method, Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> handler) =>
        new($"/g2g/{method}", ApiGeneration.Gateway, SecretKind.Payout, handler);

    /// <summary>An operation of the older paths.</summary>
    public static GatewayOperation Api(string method, Func<SignedRequest, CancellationToken, Task<GatewayAnswer>> handler) =>
        new($"/api/{method}", ApiGeneration.Api, SecretKind.Payout, handler);

    private static GatewayOperation Nothing(string name) => new(
        name, ApiGeneration.Api, SecretKind.Payout, static (_, _) => throw new InvalidOperationException("There is nothing to carry out."));
}

/// <summary>The vendor's three generations of paths; they differ in how they say that a signature is wrong (E-2 to E-4).</summary>
internal enum ApiGeneration
{
    /// <summary><c>/g2g/*</c>.</summary>
    Gateway,

    /// <summary><c>/api/*</c> and <c>*.php</c>.</summary>
    Api,

    /// <summary><c>/v1/merchant/*</c>.</summary>
    Merchant,
}
