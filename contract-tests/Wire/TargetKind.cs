namespace FreedomPaySandbox.ContractTests.Wire;

/// <summary>What the wire's tests talk to.</summary>
public enum TargetKind
{
    /// <summary>A sandbox in the tests' own process.</summary>
    InProcess,

    /// <summary>A sandbox that runs elsewhere: <c>FREEDOMPAY_BASE_URL</c>.</summary>
    Sandbox,

    /// <summary>
    /// A host of the vendor's, with a merchant's own credentials: <c>FREEDOMPAY_MERCHANT_ID</c> and <c>FREEDOMPAY_PAYOUT_SECRET</c>
    /// besides.
    /// </summary>
    Vendor,
}
