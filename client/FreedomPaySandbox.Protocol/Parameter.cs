namespace FreedomPaySandbox.Protocol;

/// <summary>One field of a message: a name with a text, or a name with fields of its own (T-6).</summary>
public readonly record struct Parameter
{
    /// <summary>Creates a field with a text.</summary>
    /// <param name="name">The field's name, as sent.</param>
    /// <param name="value">The decoded text, exactly as sent (S-5).</param>
    public Parameter(string name, string value) => (Name, Value) = (name, value);

    /// <summary>Creates a field that holds further fields.</summary>
    /// <param name="name">The field's name, as sent.</param>
    /// <param name="children">The fields below it.</param>
    public Parameter(string name, Parameters children) => (Name, Value, Children) = (name, "", children);

    /// <summary>The field's name, as sent.</summary>
    public string Name { get; }

    /// <summary>The decoded text; empty for a nested field.</summary>
    public string Value { get; }

    /// <summary>The nested fields, or <see langword="null"/> for a plain one.</summary>
    public Parameters? Children { get; }
}
