using System.Globalization;
using System.Text.RegularExpressions;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Sees endpoints that answer callbacks late, or with an error that does not look like one.</summary>
internal static partial class CallbackDetector
{
    /// <summary>How long an endpoint should take at most.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    public static void Inspect(LeasedCallback due, Attempt attempt, FindingLog book)
    {
        if (attempt.Status is not null && attempt.Duration > Slow)
            Add(FindingKind.SlowCallback, string.Create(CultureInfo.InvariantCulture, $"{attempt.Address} took {attempt.Duration.TotalSeconds:0.#} s to answer a callback."));

        // What is forged on purpose may well be turned down in the body.
        if (attempt.Delivered && due.Tampering == Tampering.None && (AnswerRefusal.IsIn(attempt.Answer) || Failure().IsMatch(attempt.Answer)))
            Add(FindingKind.ErrorUnder200, $"{attempt.Address} answered a callback with 200 and what reads like a refusal or an error page.");

        void Add(FindingKind kind, string text) =>
            book.Add(attempt.Address, new Finding(kind, attempt.At, text) { PaymentId = due.Key.PaymentId });
    }

    [GeneratedRegex(
        "traceback \\(most recent call last\\)|fatal error|stack trace|internal server error|unhandled exception|whoops, looks like|page not found|404 not found|<title>[^<]*error|\\b[a-z]+(exception|error): ",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Failure();
}
