namespace FreedomPaySandbox.ContractTests.Wire;

/// <summary>What a test of the wire needs of its target.</summary>
public enum WireNeed
{
    /// <summary>Nothing but the documented protocol.</summary>
    Gateway,

    /// <summary>A rule that is assumed, so that the vendor may do otherwise.</summary>
    Assumption,

    /// <summary>A sandbox, to be steered or to call back to this machine.</summary>
    Sandbox,
}
