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

    /// <summary>
    /// The statement of a text that is put together from conditions. There are few combinations, so each is known from its first use on.
    /// </summary>
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

/// <summary>
/// An argument of a statement: a whole number, a text or nothing; for PostgreSQL a list of either. A struct, because a payout has thirty
/// of them.
/// </summary>
internal readonly struct SqlValue
{
    private readonly long _number;
    private readonly bool _isNumber;
    private readonly object? _other;

    private SqlValue(long number) => (_number, _isNumber) = (number, true);

    private SqlValue(object? other) => _other = other;

    /// <summary>The text, unless it is something else.</summary>
    public string? Text => _other as string;

    /// <summary>The number, unless it is something else.</summary>
    public long? Number => _isNumber ? _number : null;

    /// <summary>As a provider takes it; nothing is <see langword="null"/>.</summary>
    public object? Boxed => _isNumber ? _number : _other;

    /// <summary>Whether it is the same number, the same text, or nothing as well.</summary>
    public bool Is(in SqlValue other) => _isNumber == other._isNumber && _number == other._number
        && (ReferenceEquals(_other, other._other) || (_other is string text && other._other is string another && string.Equals(text, another, StringComparison.Ordinal)));

    public static implicit operator SqlValue(long number) => new(number);

    public static implicit operator SqlValue(int number) => new((long)number);

    public static implicit operator SqlValue(long? number) => number is { } value ? new SqlValue(value) : default;

    public static implicit operator SqlValue(int? number) => number is { } value ? new SqlValue((long)value) : default;

    public static implicit operator SqlValue(string? text) => new(text);

    public static implicit operator SqlValue(long[] numbers) => new(numbers);

    public static implicit operator SqlValue(string[] texts) => new(texts);

    public override string ToString() => Boxed?.ToString() ?? "";
}
