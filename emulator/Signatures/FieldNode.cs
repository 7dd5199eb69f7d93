namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>A field in the tree of those that arrived: one with a text, by its number, or one with fields below it.</summary>
internal sealed record FieldNode(string Name, int Field, IReadOnlyList<FieldNode>? Children);
