using System.Net;
using System.Text.RegularExpressions;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Sees what should not stand in a request: secrets, production hosts, callbacks over plain HTTP.</summary>
internal static partial class FieldWatch
{
    private static readonly string[] s_privateEndings = [".localhost", ".local", ".test", ".internal", ".lan", ".example", ".invalid"];

    public static void Look(Parameters fields, MerchantSecrets secrets, string request, DateTimeOffset now, FindingBook book)
    {
        foreach (var field in fields)
        {
            var name = Redaction.Cards(field.Name);
            if (IsSecret(field, secrets))
                Add(FindingKind.SecretSent, name, $"The field {name} carries a secret.");
            else if (field.Value.Contains("://", StringComparison.Ordinal) && Production().Match(field.Value) is { Success: true } host)
                Add(FindingKind.ProductionHost, name, $"The field {name} names {host.Groups["host"].Value}.");
        }

        if (Uri.TryCreate(fields[Fields.PostLink], UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttp && IsPublic(link))
            Add(FindingKind.PlainPostLink, link.Host, $"Callbacks go to {link.Host} over plain HTTP.");

        void Add(FindingKind kind, string about, string text) => book.Add(about, new Finding(kind, now, text) { Request = request });
    }

    private static bool IsSecret(Parameter field, MerchantSecrets secrets) => field.Value.Length > 0
        && (string.Equals(field.Value, secrets.Payout, StringComparison.Ordinal)
            || string.Equals(field.Value, secrets.Receive, StringComparison.Ordinal)
            || CallRedaction.NamesSecret(field.Name));

    private static bool IsPublic(Uri link)
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

    [GeneratedRegex("://(?<host>([a-z0-9-]+\\.)*(freedompay|paybox)\\.(money|kg|kz|uz))(?![a-z0-9.-])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Production();
}
