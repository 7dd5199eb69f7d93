namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Something to write, waiting for its turn; it may run twice, so all it does must be in the transaction.</summary>
internal abstract class StoreWork
{
    /// <summary>The epoch that it is about, if it is about one.</summary>
    public long? Epoch { get; init; }

    /// <summary>The epochs that it is about.</summary>
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

/// <summary>Something to write that has a result, known to the caller only after the commit.</summary>
#pragma warning disable MA0048 // The generic face of StoreWork.
internal sealed class StoreWork<T>(Func<StoreTransaction, ValueTask<T>> apply) : StoreWork
#pragma warning restore MA0048
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Done => _done.Task;

    public override async ValueTask ApplyAsync(StoreTransaction transaction) => _result = await apply(transaction);

    public override void Complete() => _done.SetResult(_result);

    public override void Fail(Exception fault) => _done.SetException(fault);
}
