using System.Globalization;
using System.Text.RegularExpressions;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>Looks at the body of an answer: what it says, and what it gives away. Pure.</summary>
internal static partial class ReplyBody
{
    private const int MostShown = 120;

    /// <param name="reply">The answer without its body.</param>
    /// <param name="body">The body's beginning.</param>
    /// <param name="target">Whose secret must not be shown.</param>
    /// <param name="rightSignature">The right signature of what was sent, or nothing when that was sent itself.</param>
    public static Reply Read(Reply reply, string body, VerifyTarget target, string? rightSignature) => reply with
    {
        Said = Shown(body, target.Texts),
        SaysError = AnswerRefusal.IsIn(body),
        Leak = body switch
        {
            _ when Contains(body, target.PayoutSecret) => ReplyLeak.Secret,
            _ when rightSignature is not null && body.Contains(rightSignature, StringComparison.OrdinalIgnoreCase) => ReplyLeak.RightSignature,
            _ when StackTrace().IsMatch(body) => ReplyLeak.StackTrace,
            _ => ReplyLeak.None,
        },
    };

    private static bool Contains(string body, string secret) => secret.Length > 0 && body.Contains(secret, StringComparison.Ordinal);

    // A terminal obeys control characters, so none of them is shown.
    private static string Shown(string body, ITextSanitizer texts)
    {
        var line = Gaps().Replace(texts.RedactBeginning(body), " ").Trim();
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

/// <summary>What came back to a callback.</summary>
internal sealed record Reply(TimeSpan Duration)
{
    /// <summary>None when no answer came.</summary>
    public int? Status { get; init; }

    public AttemptFault Fault { get; init; }

    /// <summary>The beginning of the body in one line, secrets and card numbers masked.</summary>
    public string Said { get; init; } = "";

    /// <summary>Whether the body says that the callback was not taken.</summary>
    public bool SaysError { get; init; }

    public ReplyLeak Leak { get; init; }

    /// <summary>Nothing but 200 delivers (N-5).</summary>
    public bool Delivered => Status == 200;

    public bool Taken => Delivered && !SaysError;

    public override string ToString() => (Status, Fault) switch
    {
        ({ } status, _) => string.Create(CultureInfo.InvariantCulture, $"answered {status}{(Said.Length > 0 ? $" ({Said})" : "")}"),
        (_, AttemptFault.TimedOut) => string.Create(CultureInfo.InvariantCulture, $"not answered within {Duration.TotalSeconds:0} s"),
        (_, AttemptFault.ConnectionLost) => "not answered: the connection was closed",
        (_, AttemptFault.NotConnected) => "not answered: the connection was refused",
        _ => $"not answered ({Fault})",
    };
}

/// <summary>What an answer gives away.</summary>
internal enum ReplyLeak
{
    None,

    StackTrace,

    Secret,

    /// <summary>The signature that would have been right: anybody who reads it can forge.</summary>
    RightSignature,
}
