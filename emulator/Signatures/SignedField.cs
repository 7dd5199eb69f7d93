namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>A field with a text, sent or not, that may have taken part in a signature.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Path">Its name with those above it: <c>name[sub]</c>.</param>
/// <param name="Value">Its text.</param>
/// <param name="Shown">Its text with nothing in it that must not be shown.</param>
/// <param name="Origin">Why it is here.</param>
internal sealed record SignedField(string Name, string Path, string Value, string Shown, FieldOrigin Origin)
{
    public bool IsNested => Name.Length != Path.Length;

    /// <summary>Never with the text.</summary>
    public override string ToString() => $"{Origin} field";
}
