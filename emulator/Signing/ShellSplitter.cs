using System.Globalization;
using System.Text;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>Walks over one shell command, quotes and line continuations included.</summary>
internal sealed class ShellSplitter(string line)
{
    private const string Blank = " \t\r\n";

    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();
    private bool _inWord;
    private int _at;

    public IReadOnlyList<string> Words => _words;

    public string? Problem { get; private set; }

    public bool Split()
    {
        while (_at < line.Length)
        {
            if (!Step(line[_at++]))
                return false;
        }

        EndWord();
        return true;
    }

    private bool Step(char c)
    {
        switch (c)
        {
            case '\n':
                EndWord();
                return _words.Count == 0 || line.AsSpan(_at).Trim(Blank).IsEmpty
                    || Refuse(@"The text goes on after the command; every line but the last must end in a backslash.");
            case ' ' or '\t' or '\r':
                EndWord();
                return true;
            case '\\':
                return Escape();
            case '\'':
                return SingleQuoted();
            case '"':
                return DoubleQuoted();
            case '$' when Next is '\'':
                _at++;
                return DollarQuoted();
            case '$' or '`':
                return Dollar(c);
            case '|' or '&' or ';' or '<' or '>' or '(' or ')':
                return Refuse($"The '{c}' at character {_at} stands outside quotes, where a shell acts on it; put the word it belongs to in quotes.");
            default:
                return Take(c);
        }
    }

    private char Next => _at < line.Length ? line[_at] : '\0';

    private bool Escape()
    {
        if (_at == line.Length)
            return Refuse("The text ends in a backslash; the line that should follow is missing.");
        if (SkipLineEnd())
            return true;
        return Take(line[_at++]);
    }

    private bool SingleQuoted()
    {
        var end = line.IndexOf('\'', _at);
        if (end < 0)
            return Unclosed(_at, '\'');
        _word.Append(line, _at, end - _at);
        _at = end + 1;
        _inWord = true;
        return true;
    }

    private bool DoubleQuoted()
    {
        var open = _at;
        _inWord = true;
        while (_at < line.Length)
        {
            var c = line[_at++];
            if (c == '"')
                return true;
            if (c is '$' or '`')
            {
                if (!Dollar(c))
                    return false;
            }
            else if (c != '\\' || !SkipLineEnd())
            {
                Take(c == '\\' && Next is '"' or '\\' or '$' or '`' ? line[_at++] : c);
            }
        }

        return Unclosed(open, '"');
    }

    // $'…', in which browsers copy a request that has quotes or line ends in it.
    private bool DollarQuoted()
    {
        var open = _at;
        _inWord = true;
        while (_at < line.Length)
        {
            var c = line[_at++];
            if (c == '\'')
                return true;
            if (c == '\\' && _at < line.Length)
            {
                if (!Unescape(line[_at++]))
                    return false;
            }
            else
            {
                Take(c);
            }
        }

        return Unclosed(open, '\'');
    }

    private bool Unescape(char c) => c switch
    {
        'n' => Take('\n'),
        'r' => Take('\r'),
        't' => Take('\t'),
        '\\' or '\'' or '"' or '?' => Take(c),
        'u' => Code(maxDigits: 4, largest: char.MaxValue),
        'U' => Code(maxDigits: 8, largest: 0x10FFFF),

        // Above 0x7F these are bytes of some encoding, not characters.
        'x' => Code(maxDigits: 2, largest: 0x7F),
        _ => Refuse($@"The escape \{c} at character {_at} is not understood; write the character itself."),
    };

    private bool Code(int maxDigits, int largest)
    {
        var start = _at;
        while (_at - start < maxDigits && char.IsAsciiHexDigit(Next))
            _at++;
        return int.TryParse(line.AsSpan(start, _at - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code >= 0 && code <= largest
            ? TakeCode(code)
            : Refuse($"The escape at character {start} names no character; write the character itself.");
    }

    private bool Dollar(char c)
    {
        var expands = c == '`' || char.IsAsciiLetterOrDigit(Next) || Next is '_' or '{' or '(' or '?' or '$' or '!' or '@' or '*' or '#' or '-';
        return expands
            ? Refuse($"A shell would replace what starts with '{c}' at character {_at}; write its value instead, or use single quotes.")
            : Take(c);
    }

    private bool SkipLineEnd()
    {
        var length = Next == '\n' ? 1 : Next == '\r' && _at + 1 < line.Length && line[_at + 1] == '\n' ? 2 : 0;
        _at += length;
        return length > 0;
    }

    private bool TakeCode(int code)
    {
        if (Rune.IsValid(code))
            _word.Append(new Rune(code).ToString());
        else
            _word.Append((char)code); // half of a pair, as browsers write them
        return _inWord = true;
    }

    private bool Take(char c)
    {
        _word.Append(c);
        return _inWord = true;
    }

    private void EndWord()
    {
        if (_inWord)
            _words.Add(_word.ToString());
        _word.Clear();
        _inWord = false;
    }

    private bool Unclosed(int open, char quote) => Refuse($"The quote ({quote}) opened at character {open} is never closed.");

    private bool Refuse(string problem)
    {
        Problem = problem;
        return false;
    }
}
