namespace FreedomPaySandbox.Testing;

/// <summary>What is asked for in a list: names with values, of which those without one do not count.</summary>
internal sealed class Query(params IReadOnlyList<(string Name, string? Value)> asked)
{
    private readonly (string Name, string? Value)[] _given = [.. asked.Where(one => one.Value is not null)];

    public Query And(string name, string? value) => new([.. _given, (name, value)]);

    /// <summary>As people say it: <c>order 1234, state delivered</c>; empty when everything is asked for.</summary>
    public string InWords => string.Join(", ", _given.Select(one => $"{one.Name} {one.Value}"));

    /// <summary>As part of an address.</summary>
    public override string ToString() => _given.Length == 0 ? "" : "?" + string.Join('&', _given.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value!)}"));
}

/// <summary>One page of a list, the oldest first.</summary>
internal interface IListPage<out TItem>
{
    IReadOnlyList<TItem> Items { get; }

    /// <summary>Where the next page begins.</summary>
    string? Next { get; }

    /// <summary>Why a wait ended before its time: what was asked for cannot come.</summary>
    string? Reason { get; }
}

/// <summary>How long tests wait that do not say.</summary>
internal static class Patience
{
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(10);
}
