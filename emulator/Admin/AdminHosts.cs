using System.Net;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>
/// The host names under which the admin API may be called. A page from elsewhere can have a name of its own resolved to this machine
/// and would then be of the same origin; the names here are not to be had by strangers.
/// </summary>
internal sealed class AdminHosts(string url, IEnumerable<string> allowed)
{
    private readonly HashSet<string> _allowed = new(
        Uri.TryCreate(url, UriKind.Absolute, out var own) ? allowed.Append(own.Host) : allowed, StringComparer.OrdinalIgnoreCase);

    public bool Allows(HostString host)
    {
        var name = host.Host;
        if (name.Length == 0)
            return false;
        return IsAddress(name)
            || !name.Contains('.', StringComparison.Ordinal)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
            || _allowed.Contains(name);
    }

    // A browser that is sent to an address asks nobody for it.
    private static bool IsAddress(string name) => IPAddress.TryParse(name.AsSpan().TrimStart('[').TrimEnd(']'), out _);
}
