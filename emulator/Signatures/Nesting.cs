namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>What becomes of nested fields; only the first is right (S-6).</summary>
internal enum Nesting
{
    InPlaceOfParent,
    ChildrenAsSent,
    OneLevelByPath,
    OneLevelByOwnName,
}
