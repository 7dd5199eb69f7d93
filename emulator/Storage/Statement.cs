using System.Text.RegularExpressions;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A SQL text and the names of its parameters, in the order in which they first stand in it.</summary>
internal sealed partial class Statement(string sql)
{
    private readonly bool _differs = sql.Contains('{', StringComparison.Ordinal);

    public string Sql { get; } = sql;

    public IReadOnlyList<string> Parameters { get; } =
        [.. ParameterName().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The text as an engine wants it.</summary>
    public string In(SqlDialect dialect) => _differs ? dialect.Put(Sql) : Sql;

    [GeneratedRegex("@[a-z_]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterName();
}
