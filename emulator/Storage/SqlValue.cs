namespace FreedomPaySandbox.Emulator.Storage;

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
