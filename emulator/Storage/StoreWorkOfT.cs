namespace FreedomPaySandbox.Emulator.Storage;

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
