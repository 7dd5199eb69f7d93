namespace FreedomPaySandbox.Client;

/// <summary>The secret that signs a kind of callbacks (S-9), and the one that it may have been mistaken for.</summary>
/// <param name="Right">What signs them.</param>
/// <param name="RightName">What it is called.</param>
/// <param name="Other">The merchant's other secret, where it is known.</param>
/// <param name="OtherName">What that is called.</param>
/// <param name="Kind">What the callbacks are about, in the plural.</param>
internal sealed record CallbackSecrets(string Right, string RightName, string? Other, string OtherName, string Kind)
{
    public static CallbackSecrets OfPayouts(string payout, string? receive) => new(payout, "payout secret", receive, "receive secret", "payouts");

    public static CallbackSecrets OfSavedCards(string receive, string? payout) => new(receive, "receive secret", payout, "payout secret", "saved cards");

    /// <summary>Never the secrets.</summary>
    public override string ToString() => $"the {RightName}, for {Kind}";
}
