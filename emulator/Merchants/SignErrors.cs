namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>Which error answers are signed (section 3.3).</summary>
internal enum SignErrors
{
    /// <summary>Those that the vendor documents as signed.</summary>
    Documented,
    Never,
    Always,
}
