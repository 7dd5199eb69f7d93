namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The conditions of a query and their arguments, put together one by one. No text of a caller becomes SQL.</summary>
internal sealed class Conditions
{
    private readonly List<string> _texts = [];
    private readonly List<object?> _arguments = [];

    /// <summary>As they stand behind <c>where</c>.</summary>
    public override string ToString() => string.Join(" and ", _texts);

    /// <summary>The arguments of all conditions, then these.</summary>
    public object?[] Arguments(params ReadOnlySpan<object?> more) => [.. _arguments, .. more];

    /// <param name="text">A condition; parameters that stood in one before have their arguments already.</param>
    /// <param name="arguments">Their arguments, in their order.</param>
    public Conditions And(string text, params ReadOnlySpan<object?> arguments)
    {
        _texts.Add(text);
        _arguments.AddRange(arguments);
        return this;
    }

    /// <summary>A condition only where there is something to compare with.</summary>
    public Conditions AndIfGiven(string text, object? argument) => argument is null ? this : And(text, argument);
}
