using System.Globalization;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// What travels between sandboxes that share a store: that something has changed, never what. A sandbox that hears it reads the store. As
/// text
/// <c>merchant 9970 0 4611686018427387904</c>.
/// </summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Number">Of the epoch, of the merchant, or of the question.</param>
/// <param name="Line">Whose answer it is.</param>
/// <param name="From">Who tells it.</param>
internal readonly record struct StoreChange(StoreChangeKind Kind, long Number = 0, int Line = 0, long From = 0)
{
    public static StoreChange Everything { get; } = new(StoreChangeKind.Everything);

    public static StoreChange OfAccount(long number) => new(StoreChangeKind.Epoch, number);

    public static StoreChange OfMerchant(long id) => new(StoreChangeKind.Merchant, id);

    /// <returns>Nothing when it is none of ours.</returns>
    public static StoreChange? TryParse(string text) =>
        text.Split(' ') is [var kind, var number, var line, var from]
        && Enum.TryParse<StoreChangeKind>(kind, ignoreCase: true, out var known)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var about)
        && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var whose)
        && long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var sender)
            ? new StoreChange(known, about, whose, sender)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Number} {Line} {From}").ToLowerInvariant();
}

/// <summary>What a sandbox tells those it shares a store with.</summary>
internal enum StoreChangeKind
{
    /// <summary>Anything may have changed: it could not be heard for a while.</summary>
    Everything,

    /// <summary>Something was written to the epoch of that number.</summary>
    Epoch,

    /// <summary>A merchant was made, changed, emptied or removed, its clock moved or its rules put.</summary>
    Merchant,

    /// <summary>The clock that new merchants start with was moved.</summary>
    StartClock,

    /// <summary>Somebody wants to know that all told before has been taken over.</summary>
    Question,

    /// <summary>It has.</summary>
    Answer,
}

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
    /// Returns when all others who are listening have taken over what was told before, and an answer given here is true there
    /// there. Those who do not answer soon are not waited for: they find it when they can.
    /// </summary>
    public abstract Task HeardAsync();
}
