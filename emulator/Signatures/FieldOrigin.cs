namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>Why a field is among those that may have been signed.</summary>
internal enum FieldOrigin
{
    Sent,
    Signature,

    /// <summary>A documented field that was not sent; it may have been signed empty.</summary>
    NotSent,

    /// <summary>A field that holds others, taken for a text.</summary>
    ParentAsText,
}
