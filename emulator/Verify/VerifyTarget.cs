using FreedomPaySandbox.Emulator.Findings;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>The endpoint that is verified, whose it is, and what is known of it.</summary>
/// <param name="Callback">Where callbacks go, as it would be sent in <c>pg_post_link</c>.</param>
/// <param name="Merchant">Its number and secret, and how long it may take at most.</param>
internal sealed record VerifyTarget(string Callback, Merchant Merchant)
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

    /// <summary>How long an answer should take.</summary>
    public TimeSpan Limit { get; init; } = CallbackDetector.Slow;

    /// <summary>How long an effect may stay unseen after the answer.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The address without what may be secret in it.</summary>
    public string Shown => new Uri(Callback).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    public override string ToString() => Shown;
}
