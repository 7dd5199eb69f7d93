namespace FreedomPaySandbox.Protocol;

/// <summary>
/// Collects the fields of one message as a reader meets them, puts <c>name[sub]</c> below <c>name</c> (T-6), and stops at the
/// first one that passes a limit or that no XML answer could repeat.
/// </summary>
/// <param name="limits">How much to take.</param>
public sealed class FieldCollector(MessageLimits limits)
{
    private readonly Parameters _fields = [];
    private int _count;

    /// <summary>What was wrong with the first field refused, or <see langword="null"/>.</summary>
    public string? Problem { get; private set; }

    /// <summary>The collected fields, or the problem.</summary>
    public MessageReadResult Reading => Problem is null ? MessageReadResult.WellFormed(_fields) : MessageReadResult.Malformed(Problem);

    /// <summary>Takes a field as forms name them: <c>name</c>, <c>name[sub]</c>, or <c>name[]</c> for one of several.</summary>
    /// <param name="path">The decoded name with its brackets.</param>
    /// <param name="value">The decoded text.</param>
    /// <returns><see langword="false"/> when the field was refused; <see cref="Problem"/> says why.</returns>
    public bool Add(string path, string value)
    {
        if (!Count() || !IsSendable(path, value))
            return false;

        var open = path.IndexOf('[', StringComparison.Ordinal);
        if (open <= 0 || path[^1] != ']')
        {
            _fields.Add(path, value);
            return true;
        }

        var level = _fields;
        var name = path[..open];
        var depth = 1;
        foreach (var range in path.AsSpan(open + 1, path.Length - open - 2).Split("]["))
        {
            var sub = path.AsSpan(open + 1, path.Length - open - 2)[range];
            if (sub.IsEmpty)
                continue;
            if (++depth > limits.MaxDepth)
                return Refuse($"Fields nest deeper than {limits.MaxDepth} levels.");
            level = Below(level, name);
            name = sub.ToString();
        }

        level.Add(name, value);
        return true;
    }

    /// <summary>Takes a field whose place among the others is already known.</summary>
    /// <param name="level">The fields to add to, or <see langword="null"/> for the outermost.</param>
    /// <param name="field">The field.</param>
    /// <returns><see langword="false"/> when the field was refused; <see cref="Problem"/> says why.</returns>
    public bool Add(Parameters? level, Parameter field)
    {
        if (!Count() || !IsSendable(field.Name, field.Value))
            return false;
        (level ?? _fields).Add(field);
        return true;
    }

    /// <summary>Refuses the message.</summary>
    /// <param name="problem">One sentence; it must not repeat a value of the message.</param>
    /// <returns><see langword="false"/>.</returns>
    public bool Refuse(string problem)
    {
        Problem ??= problem;
        return false;
    }

    private bool Count() => ++_count <= limits.MaxFields || Refuse($"More than {limits.MaxFields} fields.");

    // Every answer may echo a field, and XML 1.0 has no way to write these characters.
    private bool IsSendable(string name, string value)
    {
        if (XmlText.IsWritable(name) && XmlText.IsWritable(value))
            return true;
        return Refuse("A field holds a NUL, another control character or half a surrogate pair; XML cannot carry it.");
    }

    private static Parameters Below(Parameters level, string name)
    {
        foreach (var field in level)
        {
            if (field.Children is { } known && string.Equals(field.Name, name, StringComparison.Ordinal))
                return known;
        }

        var children = new Parameters();
        level.Add(name, children);
        return children;
    }
}
