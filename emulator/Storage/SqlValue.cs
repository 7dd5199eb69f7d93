namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>An argument of a statement: a whole number, a text or nothing. A struct, because a payout has thirty of them.</summary>
internal readonly struct SqlValue
{
    private readonly long _number;
    private readonly bool _isNumber;

    private SqlValue(long number) => (_number, _isNumber) = (number, true);

    private SqlValue(string? text) => Text = text;

    /// <summary>The text, unless it is a number or nothing.</summary>
    public string? Text { get; }

    /// <summary>The number, unless it is a text or nothing.</summary>
    public long? Number => _isNumber ? _number : null;

    /// <summary>As a provider takes it.</summary>
    public object Boxed => _isNumber ? _number : (object?)Text ?? DBNull.Value;

    public static implicit operator SqlValue(long number) => new(number);

    public static implicit operator SqlValue(int number) => new(number);

    public static implicit operator SqlValue(long? number) => number is { } value ? new SqlValue(value) : default;

    public static implicit operator SqlValue(int? number) => number is { } value ? new SqlValue(value) : default;

    public static implicit operator SqlValue(string? text) => new(text);

    public override string ToString() => Boxed.ToString() ?? "";
}
