using System.ComponentModel;
using System.Text.Json.Serialization;
using FreedomPaySandbox.Emulator.Journal;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>A call to the gateway as the admin API shows it; card numbers are masked and secrets taken out.</summary>
internal sealed record RequestView
{
    [Description("What the answer carried as X-Sandbox-Request.")]
    public required string Id { get; init; }

    [Description("Left out where no known merchant was named.")]
    public long? MerchantId { get; init; }

    [Description("By the merchant's clock.")]
    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public string? ContentType { get; init; }

    [Description("The method of the gateway, such as p2p2nonreg; unknown-path where the gateway has no such path.")]
    public required string Operation { get; init; }

    [Description("In the order of arrival; nested ones as name[sub].")]
    public required IReadOnlyList<JournalField> Fields { get; init; }

    [Description("How many more fields there were than are kept.")]
    public required int FieldsLeftOut { get; init; }

    public string? OrderId { get; init; }

    public long? PaymentId { get; init; }

    [Description("What the gateway says; a fault may have made something else of it on the way. Left out where nothing was carried out.")]
    public AnswerView? Answer { get; init; }

    [Description("In a few words: ok, process, error 1100, HTTP 415 ….")]
    public required string Outcome { get; init; }

    [Description("The name of the rule that decided.")]
    public string? Rule { get; init; }

    [Description("What happened to the answer on purpose.")]
    public string? Fault { get; init; }

    [Description("What is wrong with its signature; null when nothing is.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DiagnosisView? Diagnosis { get; init; }

    [Description("What a developer should know of the call that the answer does not say: which merchants are set up, that a query is not read.")]
    public string? Note { get; init; }

    public required double DurationMs { get; init; }

    public static RequestView From(JournalEntry entry) => new()
    {
        Id = entry.Id.ToString(),
        MerchantId = entry.Id.MerchantId == JournalId.NoMerchant ? null : entry.Id.MerchantId,
        At = entry.At,
        Method = entry.Method,
        Path = entry.Path,
        ContentType = entry.ContentType,
        Operation = entry.Operation,
        Fields = entry.Fields,
        FieldsLeftOut = entry.FieldsLeftOut,
        OrderId = entry.OrderId,
        PaymentId = entry.PaymentId,
        Answer = entry.Answer is { } answer ? AnswerView.From(answer) : null,
        Outcome = entry.Outcome,
        Rule = entry.Rule,
        Fault = entry.Fault,
        Diagnosis = entry.Diagnosis is { } diagnosis ? DiagnosisView.From(diagnosis) : null,
        Note = entry.Note,
        DurationMs = Math.Round(entry.Duration.TotalMilliseconds, 3),
    };
}

/// <summary>Calls of the journal, the oldest first.</summary>
internal sealed record RequestList(
    IReadOnlyList<RequestView> Requests,
    [property: Description("Give it as after to go on.")] string Next,
    [property: Description("How many calls the journal has let go since it began.")] long Evicted,
    [property: Description("False when calls that were let go might have been among these.")] bool Complete);
