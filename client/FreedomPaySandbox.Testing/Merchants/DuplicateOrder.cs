namespace FreedomPaySandbox.Testing;

/// <summary>What becomes of a second payout under one order id.</summary>
public enum DuplicateOrder
{
    /// <summary>It is refused with 9991.</summary>
    Refuse,

    /// <summary>It is made.</summary>
    Accept,
}
