using System.Net;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Access;

/// <summary>
/// The host names under which the admin API may be called. A page from elsewhere can have a name of its own resolved to this machine
/// and would then be of the same origin; the names here are not to be had by strangers.
/// </summary>
internal sealed class AdminHosts(IEnumerable<string?> own, IEnumerable<string> allowed)
{
    private readonly HashSet<string> _allowed = new(allowed.Concat(own.Select(GetHost).OfType<string>()), StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of the addresses at which it listens and at which browsers reach it, and those that were named.</summary>
    public static AdminHosts From(SandboxSettings settings) => new([settings.Url, settings.PublicUrl], settings.AllowedHosts);

    public bool Allows(HostString host)
    {
        var name = host.Host;
        if (name.Length == 0)
            return false;
        return IsAddress(name)
            || !name.Contains('.', StringComparison.Ordinal)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
            || _allowed.Contains(Registered(name));
    }

    private static string? GetHost(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? Registered(address.Host) : null;

    // The web server has decoded "xn--…", which is how the name is registered and written in settings.
    private static string Registered(string name) => new HostString(name).ToUriComponent();

    // A browser that is sent to an address asks nobody for it.
    private static bool IsAddress(string name) => IPAddress.TryParse(name.AsSpan().TrimStart('[').TrimEnd(']'), out _);
}
