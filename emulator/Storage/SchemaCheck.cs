namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Decides by what a store was brought up to whether it is one that this version may open. Pure.</summary>
internal static class SchemaCheck
{
    /// <param name="place">The store, as errors name it.</param>
    /// <param name="applied">What it was brought up to.</param>
    /// <param name="known">What this version brings a store up to.</param>
    /// <exception cref="StoreUnavailableException">It is a newer version's, or another program's.</exception>
    public static void Check(string place, IReadOnlyList<string> applied, IReadOnlyList<string> known)
    {
        if (applied.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).LastOrDefault() is not { } strange)
            return;
        if (!applied.Intersect(known, StringComparer.Ordinal).Any())
            throw Foreign(place);

        // The name is the store's, and may say anything.
        var name = new string([.. strange.Take(60).Select(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '.' or '_' ? one : '?')]);
        throw new StoreUnavailableException(
            $"The store {place} was written by a newer version of the sandbox ({name}). Start that version, or give this one a store of its own with --store.");
    }

    public static StoreUnavailableException Foreign(string place, Exception? inner = null) => new(
        $"The store {place} cannot be opened: it belongs to another program, and was left as it is. Give the sandbox a store of its own with --store.", inner);
}
