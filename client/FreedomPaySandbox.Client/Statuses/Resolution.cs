using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>What a status says about a payout whose outcome was unknown. Pure.</summary>
internal static class Resolution
{
    public static PayoutResult From(PayoutStatus status) => status switch
    {
        PayoutStatusSuccess made => new PayoutAccepted(made.PaymentId) { Amount = made.Amount },
        PayoutStatusProcess open => new PayoutInProcess(open.PaymentId) { Amount = open.Amount },
        PayoutStatusError failed => new PayoutRefused(failed.FailureCode ?? GatewayError.UnknownFault, failed.FailureText ?? ""),
        PayoutNotFound => new PayoutNotMade(),
        PayoutStatusUnknown unknown => new PayoutOutcomeUnknown(unknown.Reason) { HttpStatus = unknown.HttpStatus, Code = unknown.Code },
        _ => throw new InvalidOperationException("A status that nobody resolves."),
    };
}
