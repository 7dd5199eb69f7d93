using System.Globalization;
using System.Net;
using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>Says why an attempt did not deliver, and what to do about it. Pure.</summary>
internal static class DeliveryDoctor
{
    /// <param name="attempt">What happened.</param>
    /// <param name="postLink">The address that was called, as the merchant gave it.</param>
    /// <param name="place">Where the sandbox runs.</param>
    /// <returns>Nothing when it delivered.</returns>
    public static DeliveryAdvice? Examine(Attempt attempt, string postLink, SandboxLocation place)
    {
        if (attempt.Delivered)
            return null;
        var link = new Uri(postLink);
        return attempt.Status is { } status
            ? StatusAdvice.Explain(status, attempt.Location, link)
            : FaultAdvice.Explain(attempt, link, place);
    }

    /// <summary>Why an address cannot be a post link at all.</summary>
    /// <returns>Nothing when it can.</returns>
    public static DeliveryAdvice? ExamineAddress(string postLink)
    {
        if (!Uri.TryCreate(postLink, UriKind.Absolute, out var link) || postLink.StartsWith('/'))
        {
            return new DeliveryAdvice(
                "relative-url",
                "The address is relative: the gateway does not know which host it belongs to.",
                "Send the whole address in pg_post_link, such as https://shop.example/callback.");
        }

        return link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps
            ? null
            : new DeliveryAdvice(
                "not-http-address",
                $"The gateway calls http and https, not {link.Scheme}.",
                "Give an address that begins with http:// or https://; a host without a scheme is none.");
    }

    internal static bool IsOwnHost(Uri link) =>
        string.Equals(link.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || link.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(link.DnsSafeHost, out var address) && (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any)));

    internal static string GetPlace(Uri link) => string.Create(CultureInfo.InvariantCulture, $"{link.Host}:{link.Port}");
}
