namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>A field as it was typed: its name with any brackets, and its decoded text.</summary>
internal readonly record struct SignField(string Path, string Value)
{
    /// <summary>Reads <c>name=value</c>; the name must not be empty.</summary>
    public static bool TryRead(string text, out SignField field)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        field = equals > 0 ? new SignField(text[..equals], text[(equals + 1)..]) : default;
        return equals > 0;
    }

    /// <summary>Whether the field is <paramref name="name"/>, or stands below it.</summary>
    public bool Is(string name) =>
        string.Equals(Path, name, StringComparison.Ordinal)
        || (Path.EndsWith(']') && Path.StartsWith(name, StringComparison.Ordinal) && Path[name.Length] == '[');
}
