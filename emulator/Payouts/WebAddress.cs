using System.Globalization;

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
        Host = string.Create(CultureInfo.InvariantCulture, $"{HostOf(uri).ToLowerInvariant()}:{uri.Port}");
    }

    public Uri Uri { get; }

    /// <summary>Host and port, the port also where it is the scheme's own; an IPv6 address in its brackets.</summary>
    public string Host { get; }

    /// <summary>Whether it is of HTTP without TLS.</summary>
    public bool IsPlain => Uri.Scheme == Uri.UriSchemeHttp;

    /// <summary>Whether its host is one of the world outside.</summary>
    public bool IsPublic { get; }

    /// <summary>Reads a text, or says nothing when it is no such address. Control characters make it none: they would be sent otherwise than they are signed.</summary>
    public static WebAddress? Of(string? text)
    {
        if (t_last is { } last && string.Equals(last._text, text, StringComparison.Ordinal))
            return last;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !IsWeb(uri) || text!.AsSpan().ContainsAnyInRange('\0', '\x1f') || text.Contains('\x7f', StringComparison.Ordinal))
            return null;
        return t_last = new WebAddress(text, uri);
    }

    public override string ToString() => Host;

    private static bool IsWeb(Uri uri) => (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    private static string HostOf(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
}
