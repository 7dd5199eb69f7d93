using System.Net;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>Writes a field as the curl option that sends it unchanged.</summary>
internal static class SignCarriers
{
    public static string CurlOption(this SignCarrier carrier, SignField field)
    {
        if (carrier != SignCarrier.Multipart)
            return $"--data-urlencode {ShellWords.Quote($"{EncodeName(field.Path)}={field.Value}")}";

        var option = IsSentAsItIs(field.Value) ? "-F" : "--form-string";
        return $"{option} {ShellWords.Quote($"{field.Path}={field.Value}")}";
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
