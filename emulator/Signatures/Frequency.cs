namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>How often a mistake is met: where several explain a digest, the more common one is told.</summary>
internal enum Frequency
{
    Common,
    Occasional,
    Rare,
}
