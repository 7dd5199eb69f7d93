using System.Collections;

namespace FreedomPaySandbox.Protocol;

/// <summary>The fields of one message in the order in which they arrived; names may repeat (S-7) and nest (S-6).</summary>
public sealed class Parameters : IReadOnlyList<Parameter>
{
    private readonly List<Parameter> _fields;

    /// <summary>Creates an empty message.</summary>
    public Parameters() => _fields = new List<Parameter>(16);

    /// <summary>Creates a copy that can be changed without changing the original.</summary>
    /// <param name="fields">The fields to start with.</param>
    public Parameters(IEnumerable<Parameter> fields) => _fields = [.. fields];

    /// <inheritdoc/>
    public int Count => _fields.Count;

    /// <inheritdoc/>
    public Parameter this[int index] => _fields[index];

    /// <summary>The text of the first plain field of that name, or <see langword="null"/> when there is none.</summary>
    /// <param name="name">A name from <see cref="Fields"/>, or any other.</param>
    public string? this[string name]
    {
        get
        {
            foreach (var field in _fields)
            {
                if (field.Children is null && string.Equals(field.Name, name, StringComparison.Ordinal))
                    return field.Value;
            }

            return null;
        }
    }

    /// <summary>Appends a field with a text.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">The decoded text.</param>
    public void Add(string name, string value) => _fields.Add(new Parameter(name, value));

    /// <summary>Appends a field that holds further fields.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="children">The fields below it.</param>
    public void Add(string name, Parameters children) => _fields.Add(new Parameter(name, children));

    /// <summary>Appends a field.</summary>
    /// <param name="field">The field.</param>
    public void Add(Parameter field) => _fields.Add(field);

    /// <summary>Puts a field at a place; those behind it move on.</summary>
    /// <param name="index">The place, from 0 to <see cref="Count"/>.</param>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public void Insert(int index, Parameter field) => _fields.Insert(index, field);

    /// <summary>How many fields, plain or nested, bear that name on this level.</summary>
    /// <param name="name">The name to count.</param>
    public int GetCount(string name)
    {
        var count = 0;
        foreach (var field in _fields)
        {
            if (string.Equals(field.Name, name, StringComparison.Ordinal))
                count++;
        }

        return count;
    }

    /// <inheritdoc/>
    public IEnumerator<Parameter> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _fields.GetEnumerator();
}

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
