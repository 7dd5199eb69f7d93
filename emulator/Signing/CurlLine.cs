using System.Diagnostics.CodeAnalysis;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>What a curl command line says, before anyone asks whether the gateway would read it.</summary>
internal sealed record CurlLine
{
    public string? Url { get; init; }

    /// <summary>The method named with <c>-X</c>, as written.</summary>
    public string? Method { get; init; }

    /// <summary>Whether <c>-G</c> moves the data into the query.</summary>
    public bool Get { get; init; }

    /// <summary>The body that all <c>-d</c> and their kin make up, encoded.</summary>
    public string? Data { get; init; }

    /// <summary>The value of the header of that name.</summary>
    public string? ContentType { get; init; }

    /// <summary>The parts of a multipart body.</summary>
    public IReadOnlyList<SignField> Form { get; init; } = [];

    /// <summary>Words that do not bear on the signature: flags, settings, other headers.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Whether the word calls curl, by name or by path.</summary>
    public static bool IsCurl(ReadOnlySpan<char> word) =>
        !word.Contains('=') && Path.GetFileNameWithoutExtension(word[(word.LastIndexOf('\\') + 1)..]).SequenceEqual("curl");

    /// <summary>Whether the text is a whole line that calls curl.</summary>
    public static bool IsCurlLine(ReadOnlySpan<char> text)
    {
        var line = text.Trim();
        var end = line.IndexOfAny(" \t\r\n");
        return end > 0 && IsCurl(line[..end].TrimEnd('\\'));
    }

    /// <summary>Reads the words that follow <c>curl</c>.</summary>
    public static bool TryRead(IEnumerable<string> words, [NotNullWhen(true)] out CurlLine? line, [NotNullWhen(false)] out string? problem)
    {
        var reader = new CurlLineReader(words);
        line = reader.Read() ? reader.Line : null;
        problem = reader.Problem;
        return line is not null;
    }
}
