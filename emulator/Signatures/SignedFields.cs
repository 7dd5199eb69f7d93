using System.Text;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Signatures.Mistakes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>All fields that may have been signed, by number, and the orders in which they may have stood.</summary>
internal sealed class SignedFields
{
    private readonly List<SignedField> _fields = [];
    private readonly List<FieldNode> _roots = [];
    private readonly Dictionary<(FieldSort, Nesting), int[]> _orders = [];

    /// <param name="sent">The fields as they arrived.</param>
    /// <param name="shown">The same, with nothing in them that must not be shown.</param>
    /// <param name="script">The right script, by which the documented fields are known.</param>
    public SignedFields(Parameters sent, Parameters shown, string script)
    {
        foreach (var (field, seen) in sent.Zip(shown))
        {
            _roots.Add(Node(field, seen, field.Name));
            if (field.Children is { } children)
                Append(field.Name, GetJson(children), GetJson(seen.Children!), FieldOrigin.ParentAsText);
        }

        foreach (var name in DocumentedFields.Find(script).All)
        {
            if (sent.GetCount(name) == 0)
                Append(name, "", "", FieldOrigin.NotSent);
        }
    }

    public IReadOnlyList<SignedField> All => _fields;

    public bool AreNested => _roots.Exists(static root => root.Children is not null);

    /// <summary>The numbers of the fields in the order in which they are signed.</summary>
    public int[] InOrder(FieldSort sort, Nesting nesting)
    {
        if (!_orders.TryGetValue((sort, nesting), out var order))
            _orders[(sort, nesting)] = order = Arrange(sort, nesting);
        return order;
    }

    private int[] Arrange(FieldSort sort, Nesting nesting)
    {
        var numbers = Enumerable.Range(0, _fields.Count);
        var comparison = FieldComparison.For(sort);
        return nesting switch
        {
            Nesting.OneLevelByPath when comparison is not null => [.. numbers.OrderBy(number => _fields[number].Path, comparison)],
            Nesting.OneLevelByOwnName when comparison is not null => [.. numbers.OrderBy(number => _fields[number].Name, comparison)],
            Nesting.ChildrenAsSent => [.. Walk(_roots, comparison, below: null)],
            _ => [.. Walk(_roots, comparison, comparison)],
        };
    }

    // OrderBy is stable: fields of one name keep the order in which they arrived (S-7).
    private static IEnumerable<int> Walk(IReadOnlyList<FieldNode> level, IComparer<string>? comparison, IComparer<string>? below) =>
        (comparison is null ? level.AsEnumerable() : level.OrderBy(node => node.Name, comparison))
            .SelectMany(node => node.Children is { } children ? Walk(children, below, below) : [node.Field]);

    private FieldNode Node(Parameter field, Parameter seen, string path)
    {
        if (field.Children is { } children)
            return new FieldNode(field.Name, -1, [.. children.Zip(seen.Children!, (child, shown) => Node(child, shown, $"{path}[{child.Name}]"))]);

        var isSignature = string.Equals(path, Fields.Signature, StringComparison.Ordinal);
        _fields.Add(isSignature
            ? new SignedField(field.Name, path, "", "", FieldOrigin.Signature)
            : new SignedField(field.Name, path, field.Value, seen.Value, FieldOrigin.Sent));
        return new FieldNode(field.Name, _fields.Count - 1, null);
    }

    private void Append(string name, string value, string shown, FieldOrigin origin)
    {
        _fields.Add(new SignedField(name, name, value, shown, origin));
        _roots.Add(new FieldNode(name, _fields.Count - 1, null));
    }

    private static string GetJson(Parameters fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, fields);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Parameters fields)
    {
        json.WriteStartObject();
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Name);
            if (field.Children is { } children)
                Write(json, children);
            else
                json.WriteStringValue(field.Value);
        }

        json.WriteEndObject();
    }
}

/// <summary>A field in the tree of those that arrived: one with a text, by its number, or one with fields below it.</summary>
internal sealed record FieldNode(string Name, int Field, IReadOnlyList<FieldNode>? Children);

/// <summary>Why a field is among those that may have been signed.</summary>
internal enum FieldOrigin
{
    Sent,
    Signature,

    /// <summary>A documented field that was not sent; it may have been signed empty.</summary>
    NotSent,

    /// <summary>A field that holds others, taken for a text.</summary>
    ParentAsText,
}

/// <summary>A field with a text, sent or not, that may have taken part in a signature.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Path">Its name with those above it: <c>name[sub]</c>.</param>
/// <param name="Value">Its text.</param>
/// <param name="Shown">Its text with nothing in it that must not be shown.</param>
/// <param name="Origin">Why it is here.</param>
internal sealed record SignedField(string Name, string Path, string Value, string Shown, FieldOrigin Origin)
{
    public bool IsNested => Name.Length != Path.Length;

    /// <summary>Never with the text.</summary>
    public override string ToString() => $"{Origin} field";
}
