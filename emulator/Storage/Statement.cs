using System.Text.RegularExpressions;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A SQL text and the names of its parameters, in the order in which they first stand in it.</summary>
internal sealed partial class Statement(string sql)
{
    public string Sql { get; } = sql;

    public IReadOnlyList<string> Parameters { get; } =
        [.. ParameterName().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex("@[a-z_]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterName();
}
