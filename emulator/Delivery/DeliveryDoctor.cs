using System.Globalization;
using System.Net;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Verification.Sending;

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

/// <summary>Why a callback did not arrive, and what to do about it.</summary>
/// <param name="Id">Such as <c>refused</c>; stays the same.</param>
/// <param name="Reason">What happened, in a sentence.</param>
/// <param name="NextStep">What to do, in another.</param>
internal sealed record DeliveryAdvice(string Id, string Reason, string NextStep)
{
    public override string ToString() => $"{Reason} {NextStep}";
}

/// <summary>Where the sandbox runs, as far as it matters for whom it can reach.</summary>
internal sealed record SandboxLocation(bool InContainer)
{
    private static readonly string[] s_marks = ["/.dockerenv", "/run/.containerenv"];

    /// <summary>Looks around: container engines leave a mark, and so do the .NET images.</summary>
    public static SandboxLocation Here() => new(
        string.Equals(Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER"), "true", StringComparison.OrdinalIgnoreCase)
        || s_marks.Any(File.Exists));
}

/// <summary>What to do when no answer came.</summary>
internal static class FaultAdvice
{
    public const string TargetIsSandbox = "target-is-sandbox";
    public const string GiveYourOwn = "Give the address of your own service in pg_post_link; it listens on another port or host.";

    private const string DockerHost = "host.docker.internal";
    private const string HostGateway = $"extra_hosts: [\"{DockerHost}:host-gateway\"]";

    public static DeliveryAdvice Explain(Attempt attempt, Uri link, SandboxLocation place) => attempt.Fault switch
    {
        AttemptFault.NameNotFound => NameNotFound(link),
        AttemptFault.NotConnected => NotConnected(link, place),
        AttemptFault.TimedOut => new(
            "timed-out",
            attempt.FaultText ?? "No answer came in time.",
            "Store the callback, answer 200, and work on it afterwards. If nothing arrives at your service at all, a firewall swallows the connection."),
        AttemptFault.CertificateUntrusted => new(
            "certificate-untrusted",
            attempt.FaultText ?? "The certificate is not trusted.",
            "For tests give an http address; or let the sandbox trust the authority: mount its certificate and name it in SSL_CERT_FILE."),
        AttemptFault.CertificateForAnotherName => new(
            "certificate-name",
            attempt.FaultText ?? "The certificate is for another name.",
            "Call the endpoint by a name of its certificate, or have one made for this name."),
        AttemptFault.CertificateOutOfDate => new(
            "certificate-expired",
            attempt.FaultText ?? "The certificate is not valid now.",
            "Renew it; in production the gateway would stop calling you as well."),
        AttemptFault.TlsFailed => new(
            "tls-failed",
            $"No encrypted connection to {DeliveryDoctor.GetPlace(link)}: {attempt.FaultText}",
            "If the port speaks plain HTTP, give an http address; else look at which TLS versions it offers."),
        AttemptFault.NotHttp => new(
            "not-http",
            $"What answers at {DeliveryDoctor.GetPlace(link)} does not speak HTTP.",
            link.Scheme == Uri.UriSchemeHttp ? "Check the port; if it is an https one, give an https address." : "Check the port."),
        AttemptFault.TargetForbidden => TargetForbidden(attempt, link),
        AttemptFault.TargetIsSandbox => new(
            TargetIsSandbox,
            $"{DeliveryDoctor.GetPlace(link)} is this sandbox itself, and it does not call itself back.",
            GiveYourOwn),
        _ => new(
            "connection-lost",
            $"{DeliveryDoctor.GetPlace(link)} closed the connection before it answered.",
            link.Scheme == Uri.UriSchemeHttp
                ? "Look at your service's log: it may have crashed. If the port is an https one, give an https address."
                : "Look at your service's log: it may have crashed."),
    };

    private static DeliveryAdvice TargetForbidden(Attempt attempt, Uri link) =>
        IPAddress.TryParse(link.DnsSafeHost, out var address) && (address.Equals(IPAddress.IPv6Any) || address.MapToIPv4().Equals(IPAddress.Any))
            ? new(
                "target-unspecified",
                $"{link.Host} stands for all addresses that a service listens on, and is none that can be called.",
                $"Give http://127.0.0.1:{link.Port.ToString(CultureInfo.InvariantCulture)} if the service runs beside the sandbox, or the host that it runs on.")
            : new(
                "target-forbidden",
                attempt.FaultText ?? $"{link.Host} is a link-local or metadata address. The sandbox does not call it.",
                "Give the address of your service.");

    private static DeliveryAdvice NameNotFound(Uri link)
    {
        if (string.Equals(link.Host, DockerHost, StringComparison.OrdinalIgnoreCase))
        {
            return new(
                "host-gateway-missing",
                $"{DockerHost} is not known where the sandbox runs.",
                $"On Linux give the sandbox's container {HostGateway}; outside of containers use localhost.");
        }

        return link.Host.Contains('.', StringComparison.Ordinal)
            ? new("name-not-found", $"The name {link.Host} has no address.", "Check the spelling, and whether the name is known on the sandbox's machine.")
            : new(
                "service-name-unknown",
                $"The name {link.Host} has no address.",
                "Names without a dot are those of compose services and containers: put both into one network, and use the service's name.");
    }

    private static DeliveryAdvice NotConnected(Uri link, SandboxLocation place)
    {
        if (place.InContainer && DeliveryDoctor.IsOwnHost(link))
        {
            return new(
                "localhost-in-container",
                $"Nothing listens on port {link.Port.ToString(CultureInfo.InvariantCulture)} of {link.Host}, as the sandbox sees it.",
                $"Start your service, and check the port. If it runs outside of the sandbox's container, {link.Host} is not its host there: give http://{DockerHost}:{link.Port.ToString(CultureInfo.InvariantCulture)} with {HostGateway}, or the name of your compose service.");
        }

        return new(
            "refused",
            $"Nothing listens at {DeliveryDoctor.GetPlace(link)}, or the way there is shut.",
            "Start your service, check the port, and let it listen on 0.0.0.0 if it runs in a container: on 127.0.0.1 only the container itself reaches it.");
    }
}

/// <summary>What to do about a status that does not deliver (N-5).</summary>
internal static class StatusAdvice
{
    public static DeliveryAdvice Explain(int status, string? location, Uri link) => status switch
    {
        301 or 302 or 303 or 307 or 308 => Redirected(status, location, link),
        401 or 403 => new(
            "access-denied",
            $"Your endpoint turned the gateway away with {Text(status)}.",
            "Take the path out of login, CSRF protection and address filters: what lets the gateway in is the signature."),
        404 or 410 => new(
            "no-such-path",
            $"There is nothing at {link.AbsolutePath}: {Text(status)}.",
            "Compare the path in pg_post_link with your route, prefix and trailing slash included."),
        405 => new(
            "no-post",
            $"{link.AbsolutePath} does not take POST: 405.",
            "Map the callback's route for POST."),
        400 or 422 => new(
            "turned-down",
            $"Your handler turned the callback down with {Text(status)}.",
            "Look at the answer's body and your log: most often the form was bound as JSON, or the signature was checked with another script name or secret."),
        413 => new("too-large", "Your endpoint takes no body of a kilobyte: 413.", "Raise the limit in front of it."),
        415 => new(
            "form-not-taken",
            "Your endpoint does not take forms: 415.",
            "Read application/x-www-form-urlencoded; a handler that binds JSON refuses it."),
        408 or 504 => new("gave-up", $"Something in front of your service gave up waiting: {Text(status)}.", "Answer 200 as soon as the callback is stored, and work on it later."),
        429 => new("too-many", "Your endpoint limits the rate of calls: 429.", "Take the callback's path out of the limit."),
        CallbackHeader.Refusal => new(
            FaultAdvice.TargetIsSandbox, $"A sandbox answers there, and no sandbox takes callbacks: {Text(status)}.", FaultAdvice.GiveYourOwn),
        502 or 503 => new("service-down", $"Something answers in front of your service, and not it: {Text(status)}.", "Start the service, or look at what the proxy says of it."),
        >= 500 => new("service-failed", $"Your service failed with {Text(status)}.", "Look at its log for the error. The callback is repeated on schedule."),
        >= 200 and < 300 => new("not-200", $"Your endpoint answered {Text(status)}, and only 200 delivers.", "Answer 200, with or without a body."),
        _ => new("other-status", $"Your endpoint answered {Text(status)}, and only 200 delivers.", "Answer 200 once the callback is stored."),
    };

    private static DeliveryAdvice Redirected(int status, string? location, Uri link)
    {
        if (location is null || !Uri.TryCreate(link, location, out var goal))
            return new("redirected", $"Your endpoint redirects ({Text(status)}), and the gateway does not follow.", "Answer under the address in pg_post_link itself.");
        var step = goal switch
        {
            _ when goal.Scheme == Uri.UriSchemeHttps && link.Scheme == Uri.UriSchemeHttp && goal.Host == link.Host =>
                "Give the https address in pg_post_link.",
            _ when goal.AbsolutePath.TrimEnd('/') == link.AbsolutePath.TrimEnd('/') =>
                "Give that address in pg_post_link. (A slash at its end changes the script name of the signature.)",
            _ => "Answer under the address in pg_post_link itself; a redirect to a login page means that the path is not public.",
        };
        return new("redirected", $"Your endpoint redirects ({Text(status)}) to {Shown(goal)}, and the gateway does not follow.", step);
    }

    // Without what may be a secret in it.
    private static string Shown(Uri goal) => goal.GetLeftPart(UriPartial.Path);

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
