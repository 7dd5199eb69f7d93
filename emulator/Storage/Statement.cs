using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A SQL text and the names of its parameters, in the order in which they first stand in it.</summary>
internal sealed partial class Statement(string sql)
{
    private static readonly ConcurrentDictionary<string, Statement> s_known = new(StringComparer.Ordinal);

    private readonly bool _differs = sql.Contains('{', StringComparison.Ordinal);

    public string Sql { get; } = sql;

    public IReadOnlyList<string> Parameters { get; } =
        [.. ParameterName().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The statement of a text that is put together from conditions. There are few combinations, so each is known from its first use on.</summary>
    public static Statement Parse(string sql) => s_known.GetOrAdd(sql, text => new Statement(text));

    /// <exception cref="ArgumentException">There are more or fewer arguments than parameters.</exception>
    public void CheckCount(int arguments)
    {
        if (arguments != Parameters.Count)
            throw new ArgumentException($"{Parameters.Count} arguments expected: {Sql}", nameof(arguments));
    }

    /// <summary>The text as an engine wants it.</summary>
    public string In(SqlDialect dialect) => _differs ? dialect.Put(Sql) : Sql;

    [GeneratedRegex("@[a-z_]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterName();
}
