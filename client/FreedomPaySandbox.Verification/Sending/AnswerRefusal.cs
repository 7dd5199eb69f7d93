using System.Text.RegularExpressions;

namespace FreedomPaySandbox.Verification.Sending;

/// <summary>
/// Knows bodies that say that a callback was not taken: the official SDK's and its ancestors' words, which come under HTTP 200, and
/// what PHP writes when a script breaks off. Pure.
/// </summary>
internal static partial class AnswerRefusal
{
    /// <summary>Whether the body refuses the callback.</summary>
    public static bool IsIn(string body) => Refused().IsMatch(body) || Says(body);

    // A script that answered ok after a warning went on to its end; one that answered nothing of that kind may have broken off.
    private static bool Says(string body) => !Taken().IsMatch(body) && (Sentence().IsMatch(body) || BrokenOff().IsMatch(body));

    [GeneratedRegex(
        "<pg_status>\\s*(<!\\[CDATA\\[)?\\s*(error|rejected|failed)\\s*(\\]\\]>)?\\s*</|[\"']pg_status[\"']\\s*:\\s*[\"'](error|rejected|failed)[\"']",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Refused();

    [GeneratedRegex(
        "<pg_status>\\s*(<!\\[CDATA\\[)?\\s*ok\\s*(\\]\\]>)?\\s*</|[\"']pg_status[\"']\\s*:\\s*[\"']ok[\"']",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Taken();

    [GeneratedRegex(
        "\\b(sig|sign|signature)(\\s+is)?\\s+(invalid|incorrect|wrong|not\\s+valid)\\b|\\b(invalid|incorrect|wrong|bad)\\s+(pg_sig|sig|sign|signature)\\b|(некорректная|неверная|неправильная)\\s+подпись",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        "\\b(warning|fatal error|parse error|recoverable fatal error)(</b>)?:\\s.{0,500}?\\son line (<b>)?\\d+",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex BrokenOff();
}
