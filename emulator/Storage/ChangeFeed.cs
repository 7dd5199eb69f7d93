using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Where sandboxes that share a store hear of each other's changes.</summary>
internal abstract class ChangeFeed
{
    public const string Channel = "freedompay_sandbox";

    /// <summary>Who tells news of this sandbox's.</summary>
    public long Sender { get; } = Seed.Draw().Value;

    /// <summary>
    /// Hears until cancelled. Each time the line is there, at first or anew, it begins with <see cref="StoreChange.Everything"/>: what was
    /// told meanwhile was not heard.
    /// </summary>
    /// <param name="hear">Takes one piece of news after the other.</param>
    /// <param name="lost">The line is down, and will be tried again by itself.</param>
    /// <param name="time">What the pauses between tries run on.</param>
    /// <param name="cancellation">The end.</param>
    public abstract Task ListenAsync(Func<StoreChange, Task> hear, Action<Exception> lost, TimeProvider time, CancellationToken cancellation);

    /// <summary>
    /// Returns when all others who are listening have taken over what was told before, so that whoever is answered here finds it so
    /// there. Those who do not answer soon are not waited for: they find it when they can.
    /// </summary>
    public abstract Task HeardAsync();
}
