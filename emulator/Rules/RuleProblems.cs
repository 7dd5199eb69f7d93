using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>Everything that is wrong with a file of rules, so that one reading shows it all; within reason.</summary>
internal sealed class RuleProblems
{
    private const int MostShown = 100;
    private const int MostQuoted = 60;
    private const int MostDigits = 6;
    private const int LongestCode = 3;

    private readonly List<string> _problems = [];
    private int _more;

    public bool AreNone => _problems.Count == 0;

    public IReadOnlyList<string> All => _more == 0 ? _problems : [.. _problems, $"… and {_more} more problems. Mend these first."];

    public void Add(string problem)
    {
        if (_problems.Count < MostShown)
            _problems.Add(problem);
        else
            _more++;
    }

    /// <summary>What somebody wrote, in quotes; or <paramref name="kind"/> where it may hold a card number.</summary>
    public static string Quoted(string text, string kind) => Shown(text) is { } shown ? $"'{shown}'" : kind;

    /// <summary>What somebody wrote, short and on one line; nothing where it may hold a card number, be it in groups.</summary>
    public static string? Shown(string text)
    {
        if (text.Count(char.IsDigit) > MostDigits)
            return null;
        var line = string.Concat(text.Select((character, at) => TerminalText.IsEscaped(text, at) ? ' ' : character));
        return line.Length <= MostQuoted ? line : string.Concat(line.AsSpan(0, MostQuoted - 1), "…");
    }

    /// <summary>What to do about a name that nobody knows.</summary>
    public static string Hint(string mistyped, IReadOnlyCollection<string> known) => $"{Guess(mistyped, known)} Known: {string.Join(", ", known)}.";

    /// <summary>What somebody may have meant, if that can be guessed.</summary>
    public static string Guess(string mistyped, IReadOnlyCollection<string> known)
    {
        // A long text is no slip of the fingers, and to compare it would take long; of codes such as currencies all are near.
        var meant = known.FirstOrDefault(name => string.Equals(name, mistyped, StringComparison.OrdinalIgnoreCase))
            ?? (mistyped.Length <= MostQuoted && known.Any(name => name.Length > LongestCode) ? NearestName.Find(mistyped, known) : null);
        return meant is null ? "" : $" Did you mean {meant}?";
    }
}
