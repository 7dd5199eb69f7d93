using System.Globalization;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Answers;

/// <summary>What the gateway says: a status, fields in their order, and what that means in a word.</summary>
/// <param name="Fields">The answer's fields, signed where it is signed.</param>
/// <param name="Outcome">What happened, such as <c>ok</c> or <c>error 1100</c>.</param>
/// <param name="HttpStatus">200 but for E-4.</param>
internal sealed record GatewayAnswer(Parameters Fields, string Outcome, int HttpStatus = StatusCodes.Status200OK)
{
    /// <summary>The payout that the answer is about, if there is one.</summary>
    public long? PaymentId { get; init; }

    /// <summary>The payout that the call made, if it made one.</summary>
    public Payout? Made { get; init; }

    /// <summary>The payout that the call asked about, if it did.</summary>
    public Payout? Told { get; init; }

    /// <summary>For people.</summary>
    public string Summary => PaymentId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{Outcome} {id}") : Outcome;
}
