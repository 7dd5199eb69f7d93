using System.Text.RegularExpressions;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Sees what should not stand in a request: secrets, production hosts, callbacks over plain HTTP.</summary>
internal static partial class FieldDetector
{
    public static void Inspect(Parameters fields, MerchantSecrets secrets, string request, DateTimeOffset now, FindingLog book)
    {
        // By index: an enumerator over an interface would be allocated for each call.
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            if (IsSecret(field, secrets))
                AddField(FindingKind.SecretSent, field, "carries a secret");
            else if (ProductionIn(field.Value) is { } host)
                AddField(FindingKind.ProductionHost, field, $"names {host}");
        }

        if (WebAddress.TryParse(fields[Fields.PostLink]) is { IsPlain: true, IsPublic: true } link)
            Add(FindingKind.PlainPostLink, link.Uri.Host, $"Callbacks go to {link.Uri.Host} over plain HTTP.");

        void AddField(FindingKind kind, Parameter field, string what)
        {
            var name = Redaction.Apply(field.Name, secrets);
            Add(kind, name, $"The field {name} {what}.");
        }

        void Add(FindingKind kind, string about, string text) => book.Add(about, new Finding(kind, now, text) { Request = request });
    }

    private static string? ProductionIn(string value) =>
        value.Contains("://", StringComparison.Ordinal) && Production().Match(value) is { Success: true } host ? host.Groups["host"].Value : null;

    private static bool IsSecret(Parameter field, MerchantSecrets secrets) => field.Value.Length > 0
        && (string.Equals(field.Value, secrets.Payout, StringComparison.Ordinal)
            || string.Equals(field.Value, secrets.Receive, StringComparison.Ordinal)
            || CallRedaction.NamesSecret(field.Name));

    [GeneratedRegex("://(?<host>([a-z0-9-]+\\.)*(freedompay|paybox)\\.(money|kg|kz|uz))(?![a-z0-9.-])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Production();
}
