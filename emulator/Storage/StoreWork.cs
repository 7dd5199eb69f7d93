namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Something to write, waiting for its turn; it may run twice, so all it does must be in the transaction.</summary>
internal abstract class StoreWork
{
    /// <summary>The account that it is about, if it is about one.</summary>
    public long? Epoch { get; init; }

    /// <summary>The accounts that it is about.</summary>
    public virtual IEnumerable<long> Epochs => Epoch is { } epoch ? [epoch] : [];

    /// <summary>What it can be split into when it fails as a whole; nothing when it is one thing.</summary>
    public virtual IReadOnlyList<StoreWork> Parts => [];

    /// <summary>The order id that it will ask about, if it will.</summary>
    public string? OrderId { get; init; }

    public abstract ValueTask ApplyAsync(StoreTransaction transaction);

    public abstract void Complete();

    public abstract void Fail(Exception fault);

    public static StoreWork<T> Create<T>(Func<StoreTransaction, ValueTask<T>> apply, long? epoch, string? orderId) =>
        new(apply) { Epoch = epoch, OrderId = orderId };
}
