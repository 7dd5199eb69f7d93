using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>A call whose merchant is known and whose signature is right, and what the rules say of it.</summary>
/// <param name="Fields">What was sent.</param>
/// <param name="State">The merchant's state.</param>
/// <param name="Merchant">The merchant as it was when the call came.</param>
/// <param name="Script">What the call is signed with.</param>
/// <param name="Operation">What was called.</param>
/// <param name="Match">What the rules say.</param>
/// <param name="Host">Scheme and host that were called.</param>
internal sealed record SignedRequest(
    Parameters Fields, MerchantState State, Merchant Merchant, string Script, GatewayOperation Operation, RuleMatch Match, CalledHost Host)
{
    /// <summary>The trace that callbacks go on with (W3C traceparent), if there is one.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Whether the merchant may not use the method (E-11).</summary>
    public bool IsSwitchedOff => Merchant.DisabledMethods.Contains(Operation.Method);

    /// <summary>The answer that turns it down.</summary>
    public GatewayAnswer Refused(Refusal refusal) =>
        ErrorAnswer.Create(refusal.Code, Merchant.Switches.SignErrors, AnswerSigning.From(this, State.NextRefusalSalt()), State.Clock.Now);

    /// <summary>The address of a payout's page, as the caller's recipients reach it.</summary>
    public string GetPage(PublicAddress address, Payout payout) => address.GetPage(Host, payout.MerchantId, State.Seed.Ticket(payout.PaymentId));

    /// <summary>Never with the fields: there is a card number among them.</summary>
    public override string ToString() => $"{Operation.Path} of merchant {Merchant.Id}";
}
