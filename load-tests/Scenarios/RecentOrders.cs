namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>The order ids that were used last; as many as there is room for.</summary>
internal sealed class RecentOrders(int room)
{
    private readonly string?[] _orders = new string?[room];
    private long _added;

    public void Add(string order) => Volatile.Write(ref _orders[(Interlocked.Increment(ref _added) - 1) % room], order);

    /// <returns>One of them, another for each pick; nothing while there is none.</returns>
    public string? Any(long pick)
    {
        var known = Math.Min(Interlocked.Read(ref _added), room);
        return known == 0 ? null : Volatile.Read(ref _orders[pick * 7919 % known]);
    }
}
