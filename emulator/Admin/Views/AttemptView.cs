using System.ComponentModel;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Journal;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>One try to deliver a callback.</summary>
internal sealed record AttemptView
{
    public required int Number { get; init; }

    [Description("By the merchant's clock.")]
    public required DateTimeOffset At { get; init; }

    [Description("Host and port.")]
    public required string Address { get; init; }

    [Description("The form that was posted.")]
    public required string Sent { get; init; }

    [Description("The HTTP status, when an answer came.")]
    public int? Status { get; init; }

    [Description("Why no answer came: timed-out, name-not-found, not-connected, certificate-untrusted, certificate-for-another-name, certificate-out-of-date, tls-failed, connection-lost, not-http, target-forbidden, target-is-sandbox.")]
    public string? Fault { get; init; }

    [Description("The same in words.")]
    public string? FaultText { get; init; }

    [Description("Where a redirect would have led.")]
    public string? Location { get; init; }

    [Description("Why it did not deliver, and what to do; left out when it did.")]
    public AdviceView? Advice { get; init; }

    public required long DurationMs { get; init; }

    [Description("The first 2 KB of the answer.")]
    public required string Answer { get; init; }

    [Description("Whether the answer was signed: none, right or wrong. It decides nothing.")]
    public required string AnswerSignature { get; init; }

    public static AttemptView From(NumberedAttempt numbered, string postLink, SandboxLocation place) => From(numbered.Number, numbered.Attempt) with
    {
        Advice = DeliveryDoctor.Examine(numbered.Attempt, postLink, place) is { } advice ? AdviceView.From(advice) : null,
    };

    private static AttemptView From(int number, Attempt attempt) => new()
    {
        Number = number,
        At = attempt.At,
        Address = attempt.Address,
        Sent = attempt.Sent,
        Status = attempt.Status,
        Fault = DomainWords.Format(attempt.Fault),
        FaultText = attempt.FaultText,
        Location = attempt.Location,
        DurationMs = (long)attempt.Duration.TotalMilliseconds,
        Answer = attempt.Answer,
        AnswerSignature = DomainWords.Format(attempt.AnswerSignature),
    };
}

/// <summary>Why a callback did not arrive, and what to do about it.</summary>
internal sealed record AdviceView(
    [property: Description("Such as refused, redirected or localhost-in-container.")] string Id,
    [property: Description("What happened.")] string Reason,
    [property: Description("What to do.")] string NextStep)
{
    public static AdviceView From(DeliveryAdvice advice) => new(advice.Id, advice.Reason, advice.NextStep);
}

/// <summary>What was sent back: status, type and text.</summary>
internal sealed record AnswerView(int Status, string? ContentType, string Body)
{
    public static AnswerView From(JournalAnswer answer) => new(answer.Status, answer.ContentType, answer.Body);
}
