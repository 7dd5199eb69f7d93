using System.Globalization;
using System.Net;
using System.Text;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>
/// A post or back link that was read: an absolute address of HTTP or HTTPS. All payouts of a merchant tend to have the same one and each of
/// them looks at it several times, so each thread keeps the last.
/// </summary>
internal sealed class WebAddress
{
    [ThreadStatic]
    private static WebAddress? t_last;

    private readonly string _text;

    private WebAddress(string text, Uri uri)
    {
        (_text, Uri) = (text, uri);
        IsPublic = PublicHost.IsIn(uri);
        Host = string.Create(CultureInfo.InvariantCulture, $"{GetHost(uri).ToLowerInvariant()}:{uri.Port}");
    }

    /// <summary>The address, its host by the name that is registered: <c>xn--…</c> where that is not of Latin letters.</summary>
    public Uri Uri { get; }

    /// <summary>Host and port, the port also where it is the scheme's own; an IPv6 address in its brackets.</summary>
    public string Host { get; }

    /// <summary>The address as it stands in a header, which takes ASCII only.</summary>
    public string InHeader => Uri.AbsoluteUri;

    /// <summary>Whether it is of HTTP without TLS.</summary>
    public bool IsPlain => Uri.Scheme == Uri.UriSchemeHttp;

    /// <summary>Whether its host is one of the world outside.</summary>
    public bool IsPublic { get; }

    /// <summary>
    /// Reads a text, or says nothing when it is no such address, or its host none that can be registered. Control characters make it none:
    /// they would be sent otherwise than they are signed.
    /// </summary>
    public static WebAddress? TryParse(string? text)
    {
        if (t_last is { } last && string.Equals(last._text, text, StringComparison.Ordinal))
            return last;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !IsWeb(uri) || text!.AsSpan().ContainsAnyInRange('\0', '\x1f') || text.Contains('\x7f', StringComparison.Ordinal))
            return null;
        return Registered(uri) is { } registered ? t_last = new WebAddress(text, registered) : null;
    }

    public override string ToString() => Host;

    private static bool IsWeb(Uri uri) => (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    // Capitals of other scripts are another name to the encoding, and the same one to a browser.
    private static Uri? Registered(Uri uri)
    {
        if (Ascii.IsValid(uri.Host))
            return uri;
        try
        {
            var host = new IdnMapping().GetAscii(uri.Host.ToLowerInvariant());
            return Uri.TryCreate(new UriBuilder(uri) { Host = host }.ToString(), UriKind.Absolute, out var registered) && Ascii.IsValid(registered.Host) ? registered : null;
        }
        catch (ArgumentException)
        {
            // A name that nobody can register.
            return null;
        }
    }

    private static string GetHost(Uri uri) => uri.Host;
}

/// <summary>Hosts that others than a developer's own machine and network may have to do with.</summary>
internal static class PublicHost
{
    private static readonly string[] s_privateEndings = [".localhost", ".local", ".test", ".internal", ".lan", ".example", ".invalid"];

    public static bool IsIn(Uri link)
    {
        if (IPAddress.TryParse(link.DnsSafeHost, out var address))
            return !IPAddress.IsLoopback(address) && !IsPrivate(address);
        return link.Host.Contains('.', StringComparison.Ordinal) && !s_privateEndings.Any(ending => link.Host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.GetAddressBytes() is not [var first, var second, _, _])
            return address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal || address.Equals(IPAddress.IPv6Any);
        return first is 10 or 0 || (first == 172 && second is >= 16 and < 32) || (first == 192 && second == 168);
    }
}
