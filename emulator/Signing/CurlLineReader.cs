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
