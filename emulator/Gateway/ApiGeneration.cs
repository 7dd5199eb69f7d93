namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>The vendor's three generations of paths; they differ in how they say that a signature is wrong (E-2 to E-4).</summary>
internal enum ApiGeneration
{
    /// <summary><c>/g2g/*</c>.</summary>
    Gateway,

    /// <summary><c>/api/*</c> and <c>*.php</c>.</summary>
    Api,

    /// <summary><c>/v1/merchant/*</c>.</summary>
    Merchant,
}
