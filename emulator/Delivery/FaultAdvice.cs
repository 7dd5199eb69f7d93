using System.Globalization;
using System.Net;
using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Delivery;

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
