using System.Net;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>Writes a field as the curl option that sends it unchanged.</summary>
internal static class SignCarriers
{
    public static string CurlOption(this SignCarrier carrier, SignField field) => carrier.CurlOption(field, ShellWords.Quote);

    /// <summary>The same of a field whose value has lines of our own making.</summary>
    public static string CurlOptionOfLines(this SignCarrier carrier, SignField field) => carrier.CurlOption(field, ShellWords.QuoteLines);

    private static string CurlOption(this SignCarrier carrier, SignField field, Func<string, string> quote)
    {
        if (carrier != SignCarrier.Multipart)
            return $"--data-urlencode {quote($"{EncodeName(field.Path)}={field.Value}")}";

        var option = IsSentAsItIs(field.Value) ? "-F" : "--form-string";
        return $"{option} {quote($"{field.Path}={field.Value}")}";
    }

    // --data-urlencode encodes what follows the first equals sign, and nothing before it.
    private static string EncodeName(string path) => WebUtility.UrlEncode(path)
        .Replace("%5B", "[", StringComparison.Ordinal)
        .Replace("%5D", "]", StringComparison.Ordinal);

    private static bool IsSentAsItIs(string value) =>
        value is not ['@' or '<' or '"' or '(', ..]
        && !value.Contains(';', StringComparison.Ordinal)
        && value.Length == value.Trim().Length;
}
