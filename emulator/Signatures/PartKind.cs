namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>What a part of a signed text is.</summary>
internal enum PartKind
{
    Join,
    Script,
    Field,
    Secret,
}
