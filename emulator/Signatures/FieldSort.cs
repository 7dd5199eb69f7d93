namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>By what fields are put in order before they are signed; only the first is right (S-2).</summary>
internal enum FieldSort
{
    ByteByByte,
    AsSent,
    Reverse,
    UpperCased,
    LowerCased,
    Culture,
    Natural,
    ByValue,
}
