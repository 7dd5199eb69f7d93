namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>A part of a signed text, with the number of its field where it is one's.</summary>
internal readonly record struct TextPart(PartKind Kind, string Text, int Field = -1)
{
    /// <summary>Never with the text: it may be the secret.</summary>
    public override string ToString() => $"{Kind}";
}
