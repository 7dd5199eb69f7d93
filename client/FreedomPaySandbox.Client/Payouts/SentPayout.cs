namespace FreedomPaySandbox.Client;

/// <summary>What an answer must be about: which call, which order, and to which card where the answer names it.</summary>
/// <param name="Operation">The call.</param>
/// <param name="OrderId">The merchant's own name for the payout.</param>
internal sealed record SentPayout(GatewayOperation Operation, string OrderId)
{
    /// <summary>The card number, which no text of the gateway's may show.</summary>
    public string? Card { get; init; }

    /// <summary>The token of the saved card.</summary>
    public string? CardToken { get; init; }

    /// <summary>Never with the card.</summary>
    public override string ToString() => $"{Operation.Path} under {OrderId}";
}
