using System.Globalization;
using System.Text.RegularExpressions;

namespace FreedomPaySandbox.Emulator.Access;

/// <summary>Under which address recipients reach the sandbox: the host that the merchant called, unless a setting names another.</summary>
/// <param name="publicUrl">That setting, without a slash at its end.</param>
internal sealed class PublicAddress(string? publicUrl)
{
    /// <summary>The sandbox as browsers know it that reach it by that host.</summary>
    public string OfSandbox(CalledHost host) => publicUrl ?? host.ToString();

    /// <summary>
    /// The address of a payout's page. The merchant's number in it says whose page it is; the ticket is not to be guessed.
    /// </summary>
    public string GetPage(CalledHost host, long merchantId, string ticket) =>
        string.Create(CultureInfo.InvariantCulture, $"{OfSandbox(host)}/pages/{merchantId}-{ticket}");
}

/// <summary>The scheme and host that a caller reached the sandbox by.</summary>
internal readonly record struct CalledHost(string Scheme, HostString Host)
{
    public static CalledHost From(HttpRequest request) => new(request.Scheme, request.Host);

    public override string ToString() => $"{Scheme}://{Host}";
}

/// <summary>
/// The path under which a proxy serves the sandbox, as in <c>https://example.com/sandbox</c>. A proxy may take it off or leave it on; links
/// of pages begin with it either way.
/// </summary>
internal sealed partial class PublicPath
{
    private readonly PathString _prefix;

    private PublicPath(PathString prefix) => _prefix = prefix;

    /// <returns>Nothing when the sandbox has a host of its own.</returns>
    public static PublicPath? TryCreate(string? publicUrl) =>
        publicUrl is not null && new Uri(publicUrl).AbsolutePath.TrimEnd('/') is { Length: > 0 } path ? new PublicPath(PathString.FromUriComponent(path)) : null;

    /// <summary>Takes it off a call that came with it.</summary>
    public Task TakeOffAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(_prefix, StringComparison.Ordinal, out var rest))
            context.Request.Path = rest.HasValue ? rest : "/";
        context.Request.PathBase = _prefix;
        return next(context);
    }

    /// <summary>The address of a page of this sandbox as the browser has to call it.</summary>
    public static string Link(HttpRequest request, string address) =>
        request.PathBase.HasValue && address is ['/', ..] and not ['/', '/', ..] ? request.PathBase.ToUriComponent() + address : address;

    /// <summary>A page whose links begin with the path. What a page quotes is encoded, and has no attributes.</summary>
    public static string Links(HttpRequest request, string html) =>
        request.PathBase.HasValue ? Attribute().Replace(html, link => link.Value + request.PathBase.ToUriComponent()) : html;

    [GeneratedRegex("\\b(href|action|src|data-events)=\"(?=/(?!/))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();
}
