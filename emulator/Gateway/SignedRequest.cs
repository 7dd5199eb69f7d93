using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>A call whose merchant is known and whose signature is right, and what the rules say of it.</summary>
internal sealed record SignedRequest(
    Parameters Fields, Account Account, Merchant Merchant, string Script, GatewayOperation Operation, RuleMatch Match)
{
    /// <summary>Never with the fields: there is a card number among them.</summary>
    public override string ToString() => $"{Operation.Path} of merchant {Merchant.Id}";
}
