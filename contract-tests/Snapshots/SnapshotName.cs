using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace VerifyXunit;

/// <summary>The name of a snapshot: <c>Class.Method</c>, then <c>_name=value</c> for each parameter of the test.</summary>
internal static class SnapshotName
{
    // What some file system cannot have in a name, so that a snapshot may be checked out everywhere.
    private static readonly SearchValues<char> s_unfit =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), .. "\"<>|:*?\\/"]);

    public static string From(MethodInfo test, IReadOnlyList<object?> parameters)
    {
        var names = test.GetParameters();
        if (parameters.Count > names.Length)
            throw new ArgumentException($"{test.Name} has {names.Length} parameters, but {parameters.Count} are named.", nameof(parameters));

        var name = new StringBuilder(test.ReflectedType!.Name).Append('.').Append(test.Name);
        for (var i = 0; i < parameters.Count; i++)
            name.Append('_').Append(names[i].Name).Append('=').Append(FileText(parameters[i]));
        return name.ToString();
    }

    private static string FileText(object? value)
    {
        var text = Convert.ToString(value ?? "null", CultureInfo.InvariantCulture)!;
        return string.Concat(text.Select(c => s_unfit.Contains(c) ? '-' : c));
    }
}
