using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>Reads a curl line word by word, as curl itself does, and stops at the first word it does not understand.</summary>
internal sealed class CurlLineReader(IEnumerable<string> words)
{
    private const string ContentType = "Content-Type";

    private readonly Queue<string> _words = new(words);
    private readonly List<SignField> _form = [];
    private readonly List<string> _kept = [];

    public CurlLine Line { get; private set; } = new();

    public string? Problem { get; private set; }

    public bool Read()
    {
        while (_words.TryDequeue(out var word))
        {
            var read = word switch
            {
                ['-', '-', ..] => ReadLong(word),
                ['-', _, ..] => ReadShort(word),
                _ => TakeUrl(word),
            };
            if (!read)
                return false;
        }

        Line = Line with { Form = _form, Kept = _kept };
        return true;
    }

    private bool ReadLong(string word)
    {
        if (CurlOptions.Find(word) is not { } option)
            return Unknown(word.Split('=')[0]);
        if (!option.TakesValue())
            return Take(option, word, value: "");
        return _words.TryDequeue(out var value) ? Take(option, word, value) : LacksValue(word);
    }

    // -sS is -s -S, and -XPOST is -X POST.
    private bool ReadShort(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            var name = $"-{word[i]}";
            if (CurlOptions.Find(name) is not { } option)
                return Unknown(name);
            if (option.TakesValue())
            {
                var value = word[(i + 1)..];
                return value.Length > 0 || _words.TryDequeue(out value) ? Take(option, name, value) : LacksValue(name);
            }

            if (!Take(option, name, value: ""))
                return false;
        }

        return true;
    }

    private bool Take(CurlOption option, string name, string value) => option switch
    {
        CurlOption.Url => TakeUrl(value),
        CurlOption.Request => Set(Line with { Method = value }),
        CurlOption.Get => Set(Line with { Get = true }),
        CurlOption.Data => value.StartsWith('@') ? ReadsFile(name) : Join(value),
        CurlOption.DataRaw => Join(value),
        CurlOption.DataUrlEncode => TakeUnencoded(name, value),
        CurlOption.Json => value.StartsWith('@') ? ReadsFile(name) : Set(Line with { Data = Line.Data + value, ContentType = "application/json" }),
        CurlOption.Form => TakeFormPart(name, value),
        CurlOption.FormString => TakeFormString(name, value),
        CurlOption.Header => TakeHeader(name, value),
        CurlOption.Setting => Keep(name, value),
        _ => Keep(name),
    };

    private bool TakeUrl(string url) =>
        Line.Url is null ? Set(Line with { Url = url }) : Refuse("The line has two addresses, or a value whose quotes are missing; sign takes one call at a time.");

    private bool Join(string data) => Set(Line with { Data = Line.Data is null ? data : $"{Line.Data}&{data}" });

    private bool TakeUnencoded(string option, string data)
    {
        var equals = data.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 && data.Contains('@', StringComparison.Ordinal))
            return ReadsFile(option);
        var name = equals > 0 ? data[..(equals + 1)] : "";
        return Join(name + WebUtility.UrlEncode(data[(equals + 1)..]));
    }

    // curl trims what -F carries and gives meaning to its first character and to semicolons.
    private bool TakeFormPart(string option, string part)
    {
        if (!SignField.TryRead(part, out var field))
            return Refuse($"{option} takes name=value.");
        var value = field.Value.Trim([.. " \t\n\v\f\r"]);
        return value switch
        {
            ['@' or '<', ..] => ReadsFile(option),
            ['"' or '(', ..] => Refuse($"{option} would not send this value as it is; use --form-string."),
            _ when value.Contains(';', StringComparison.Ordinal) => Refuse($"{option} cuts a value at its semicolon; use --form-string."),
            _ => Add(field with { Value = value }),
        };
    }

    private bool TakeFormString(string option, string part) =>
        SignField.TryRead(part, out var field) ? Add(field) : Refuse($"{option} takes name=value.");

    private bool TakeHeader(string option, string header)
    {
        if (header.StartsWith('@'))
            return ReadsFile(option);
        var end = header.AsSpan().IndexOfAny(':', ';');
        return end >= 0 && header.AsSpan(0, end).Trim().Equals(ContentType, StringComparison.OrdinalIgnoreCase)
            ? Set(Line with { ContentType = header[(end + 1)..].Trim() })
            : Keep(option, header);
    }

    private bool Set(CurlLine line)
    {
        Line = line;
        return true;
    }

    private bool Add(SignField field)
    {
        _form.Add(field);
        return true;
    }

    private bool Keep(params ReadOnlySpan<string> keep)
    {
        _kept.AddRange(keep);
        return true;
    }

    private bool ReadsFile(string option) => Refuse($"{option} would read a file; put the text itself on the line, so that it can be signed.");

    private bool LacksValue(string option) => Refuse($"{option} lacks its value.");

    // By its name alone: a value glued to it may be secret.
    private bool Unknown(string option) => Refuse($"curl's option {option} is not understood here; leave it out if it says nothing about the fields.");

    private bool Refuse(string problem)
    {
        Problem = problem;
        return false;
    }
}

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

/// <summary>What an option of curl says about a call.</summary>
internal enum CurlOption
{
    /// <summary>Nothing that is signed; it stands alone.</summary>
    Flag,

    /// <summary>Nothing that is signed; a value follows.</summary>
    Setting,

    Url,
    Request,
    Get,
    Data,
    DataRaw,
    DataUrlEncode,
    Json,
    Form,
    FormString,
    Header,
}

/// <summary>The options of curl that can stand in a call to be signed. All others are refused by name.</summary>
internal static class CurlOptions
{
    private static readonly Dictionary<string, CurlOption> s_known = new(StringComparer.Ordinal)
    {
        ["--url"] = CurlOption.Url,
        ["-X"] = CurlOption.Request,
        ["--request"] = CurlOption.Request,
        ["-G"] = CurlOption.Get,
        ["--get"] = CurlOption.Get,
        ["-d"] = CurlOption.Data,
        ["--data"] = CurlOption.Data,
        ["--data-ascii"] = CurlOption.Data,
        ["--data-binary"] = CurlOption.Data,
        ["--data-raw"] = CurlOption.DataRaw,
        ["--data-urlencode"] = CurlOption.DataUrlEncode,
        ["--json"] = CurlOption.Json,
        ["-F"] = CurlOption.Form,
        ["--form"] = CurlOption.Form,
        ["--form-string"] = CurlOption.FormString,
        ["-H"] = CurlOption.Header,
        ["--header"] = CurlOption.Header,
    };

    private static readonly string[] s_flags =
    [
        "-s", "--silent", "-S", "--show-error", "-v", "--verbose", "-i", "--include", "-k", "--insecure", "-L", "--location",
        "-f", "--fail", "--fail-with-body", "-g", "--globoff", "-N", "--no-buffer", "-#", "--progress-bar", "--compressed",
        "--no-progress-meter", "-4", "--ipv4", "-6", "--ipv6", "-0", "--http1.0", "--http1.1", "--http2",
    ];

    private static readonly string[] s_settings =
        ["-o", "--output", "-w", "--write-out", "-m", "--max-time", "--connect-timeout", "-A", "--user-agent"];

    /// <summary>What the option means, or <see langword="null"/> when it is not known.</summary>
    public static CurlOption? Find(string name) =>
        s_known.TryGetValue(name, out var option) ? option
        : s_flags.Contains(name, StringComparer.Ordinal) ? CurlOption.Flag
        : s_settings.Contains(name, StringComparer.Ordinal) ? CurlOption.Setting
        : null;

    public static bool TakesValue(this CurlOption option) => option is not (CurlOption.Flag or CurlOption.Get);
}
