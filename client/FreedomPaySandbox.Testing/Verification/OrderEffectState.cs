namespace FreedomPaySandbox.Testing;

/// <summary>Whether an order is paid.</summary>
public enum OrderEffectState
{
    /// <summary>Open, or none of the service's orders.</summary>
    Unknown,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Failed.</summary>
    Failed,
}
