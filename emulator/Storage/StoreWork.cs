namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Something to write, waiting for its turn; it may run twice, so all it does must be in the transaction.</summary>
internal abstract class StoreWork
{
    public abstract ValueTask ApplyAsync(StoreTransaction transaction);

    public abstract void Complete();

    public abstract void Fail(Exception fault);

    public static StoreWork<T> Of<T>(Func<StoreTransaction, ValueTask<T>> apply) => new(apply);
}
