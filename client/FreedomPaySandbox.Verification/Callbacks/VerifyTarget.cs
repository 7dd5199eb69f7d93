namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>The endpoint that is verified, whose it is, and what is known of it.</summary>
/// <param name="Callback">Where callbacks go, as it would be sent in <c>pg_post_link</c>.</param>
/// <param name="MerchantId">The merchant's number.</param>
/// <param name="PayoutSecret">Signs the callbacks.</param>
internal sealed record VerifyTarget(string Callback, long MerchantId, string PayoutSecret)
{
    /// <summary>Whether it can be asked what became of an order.</summary>
    public bool ShowsEffects { get; init; }

    /// <summary>Whether it can be told of an order.</summary>
    public bool TakesOrders { get; init; }

    /// <summary>Whether it pays the orders that it is told of out through a sandbox.</summary>
    public bool PaysThroughSandbox { get; init; }

    /// <summary>Whether it says that it reads callbacks sent with GET.</summary>
    public bool TakesGet { get; init; }

    /// <summary>Whether it says that it reads callbacks in <c>pg_xml</c>.</summary>
    public bool TakesXml { get; init; }

    /// <summary>How long an answer may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How long an answer should take.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>The distance of the dates in callbacks from UTC.</summary>
    public required TimeSpan UtcOffset { get; init; }

    /// <summary>Keeps the secret and card numbers out of what is reported.</summary>
    public required ITextSanitizer Texts { get; init; }

    /// <summary>How long an effect may stay unseen after the answer.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The address without what may be secret in it.</summary>
    public string Shown => new Uri(Callback).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    public override string ToString() => Shown;
}
