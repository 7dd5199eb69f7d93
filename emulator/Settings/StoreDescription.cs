using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>Where the state is kept, in words that may be shown: a store that is not a file may name a password.</summary>
internal static class StoreDescription
{
    private const string Mask = "••••••";

    public static string Shown(string? store)
    {
        if (store is null)
            return "a temporary file";
        if (!store.Contains('=', StringComparison.Ordinal))
            return store;
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = store };
            var secrets = parts.Keys.Cast<string>().Where(IsSecret).ToList();
            foreach (var name in secrets)
                parts[name] = Mask;

            // As it was written, unless something had to be masked.
            return secrets.Count == 0 ? store : parts.ConnectionString;
        }
        catch (ArgumentException)
        {
            return Mask;
        }
    }

    private static bool IsSecret(string name) =>
        name.Contains("password", StringComparison.OrdinalIgnoreCase)
        || name.Contains("pwd", StringComparison.OrdinalIgnoreCase)
        || name.Contains("passfile", StringComparison.OrdinalIgnoreCase);
}
