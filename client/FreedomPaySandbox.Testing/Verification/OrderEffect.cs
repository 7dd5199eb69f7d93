namespace FreedomPaySandbox.Testing;

/// <summary>What a service holds an order for.</summary>
/// <param name="State">Whether it is paid.</param>
/// <param name="Times">How often it was counted as paid: rows in a ledger, say, not a flag.</param>
public sealed record OrderEffect(OrderEffectState State, int Times)
{
    /// <summary>An order that is open, or that there is not.</summary>
    public static OrderEffect Unknown { get; } = new(OrderEffectState.Unknown, 0);

    /// <summary>An order that failed.</summary>
    public static OrderEffect Failed { get; } = new(OrderEffectState.Failed, 0);

    /// <summary>An order that was paid.</summary>
    /// <param name="times">How often.</param>
    /// <returns>The effect.</returns>
    public static OrderEffect Paid(int times = 1) => new(OrderEffectState.Paid, times);
}
