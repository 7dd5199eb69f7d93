using System.Text.RegularExpressions;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>Looks at the body of an answer: what it says, and what it gives away. Pure.</summary>
internal static partial class ReplyBody
{
    private const int MostShown = 120;

    /// <param name="reply">The answer without its body.</param>
    /// <param name="body">The body's beginning.</param>
    /// <param name="secrets">The merchant's.</param>
    /// <param name="rightSignature">The right signature of what was sent, or nothing when that was sent itself.</param>
    public static Reply Read(Reply reply, string body, MerchantSecrets secrets, string? rightSignature) => reply with
    {
        Said = Shown(body, secrets),
        SaysError = AnswerRefusal.IsIn(body),
        Leak = body switch
        {
            _ when Contains(body, secrets.Payout) || Contains(body, secrets.Receive) => ReplyLeak.Secret,
            _ when rightSignature is not null && body.Contains(rightSignature, StringComparison.OrdinalIgnoreCase) => ReplyLeak.RightSignature,
            _ when StackTrace().IsMatch(body) => ReplyLeak.StackTrace,
            _ => ReplyLeak.None,
        },
    };

    private static bool Contains(string body, string secret) => secret.Length > 0 && body.Contains(secret, StringComparison.Ordinal);

    // A terminal obeys control characters, so none of them is shown.
    private static string Shown(string body, MerchantSecrets secrets)
    {
        var line = Gaps().Replace(Redaction.OfBeginning(body, secrets), " ").Trim();
        return line.Length <= MostShown ? line : line[..MostShown] + "…";
    }

    [GeneratedRegex(@"[\p{C}\s]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gaps();

    [GeneratedRegex(
        @"^\s*at [\w.$<>`\[\], ]+\(|traceback \(most recent call last\)|^#\d+ .+\(\d+\)|on line (<b>)?\d+|goroutine \d+ \[|\.(php|rb|py|js|ts):\d+|stack trace",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex StackTrace();
}
