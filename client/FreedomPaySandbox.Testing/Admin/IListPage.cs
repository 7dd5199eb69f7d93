namespace FreedomPaySandbox.Testing;

/// <summary>One page of a list, the oldest first.</summary>
internal interface IListPage<out TItem>
{
    IReadOnlyList<TItem> Items { get; }

    /// <summary>Where the next page begins.</summary>
    string? Next { get; }

    /// <summary>Why a wait ended before its time: what was asked for cannot come.</summary>
    string? Reason { get; }
}
