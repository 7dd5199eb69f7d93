using System.Globalization;

namespace FreedomPaySandbox.ContractTests.Postgres;

/// <summary>PostgreSQL's programs, where Debian puts them or on the path; the newest of several.</summary>
internal static class PostgresBinaries
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>The folder, or nothing.</summary>
    public static string? Folder { get; } = OperatingSystem.IsWindows() ? null : Candidates().FirstOrDefault(folder => IsThere(Path.Combine(folder, "initdb")));

    /// <summary>Why a test cannot have a server that it may stop and start, or nothing.</summary>
    public static string? Missing { get; } = Folder is null ? "Needs a PostgreSQL server of its own: install postgresql." : null;

    // A link may lead to what was uninstalled.
    private static bool IsThere(string path) => File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is null or { Exists: true };

    private static IEnumerable<string> Candidates()
    {
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return versions
            .OrderByDescending(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(path => Path.Combine(path, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
    }
}
