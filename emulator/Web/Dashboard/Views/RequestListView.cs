using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>The list of calls.</summary>
internal sealed record RequestListView
{
    public required RequestFilter Filter { get; init; }

    public required IReadOnlyList<RequestRow> Rows { get; init; }

    /// <summary>Beside the calls of one merchant, the last that no merchant is known of: one of them may have been meant for it.</summary>
    public IReadOnlyList<RequestRow> Strays { get; init; } = [];

    public string? Older { get; init; }

    /// <summary>How many calls the journals have let go.</summary>
    public required long Evicted { get; init; }
}

/// <summary>A call in the list.</summary>
/// <param name="Entry">As the journal has it.</param>
/// <param name="At">When.</param>
/// <param name="Tone">Whether it went well.</param>
internal sealed record RequestRow(JournalEntry Entry, Moment At, Tone Tone)
{
    public static RequestRow From(JournalEntry entry, MerchantTime time) => new(entry, time.At(entry.At), GetTone(entry.Outcome));

    public static Tone GetTone(string outcome) => outcome switch
    {
        _ when outcome.StartsWith("ok", StringComparison.Ordinal) || outcome.StartsWith("success", StringComparison.Ordinal) => Tone.Good,
        _ when outcome.StartsWith("error", StringComparison.Ordinal) || outcome.StartsWith("HTTP", StringComparison.Ordinal) => Tone.Bad,
        _ when outcome.StartsWith("process", StringComparison.Ordinal) || outcome.StartsWith("page", StringComparison.Ordinal) => Tone.Waiting,
        _ => Tone.Quiet,
    };
}

/// <summary>Which calls of the journal a list shows.</summary>
internal sealed record RequestFilter
{
    private const int LongestOutcome = 40;

    public static IReadOnlyList<string> Operations { get; } = [.. OperationNames.All.Where(method => method != OperationNames.TypedCard), OperationNames.UnknownPath, OperationNames.ReturnedCallback];

    /// <summary>How outcomes begin that many ask for.</summary>
    public static IReadOnlyList<string> Outcomes { get; } = ["ok", "process", "error", "HTTP"];

    public string? Merchant { get; init; }

    public string? Operation { get; init; }

    public string? Outcome { get; init; }

    public string? Order { get; init; }

    /// <summary>How many newer ones are left out.</summary>
    public int Skip { get; init; }

    public bool Narrows => Operation is not null || Outcome is not null || Order is not null;

    public string Address => DashboardPaths.With(
        DashboardPaths.Requests,
        ("merchant", Merchant),
        ("operation", Operation),
        ("outcome", Outcome),
        ("order", Order),
        ("skip", Skip == 0 ? null : Skip.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public JournalQuery Query => new() { Operation = Operation, Outcome = Outcome, OrderId = Order };

    public static RequestFilter From(IQueryCollection query, string? merchant) => new()
    {
        Merchant = merchant,
        Operation = Operations.FirstOrDefault(operation => string.Equals(operation, query["operation"], StringComparison.Ordinal)),
        Outcome = Text(query["outcome"], LongestOutcome),
        Order = Trimmed(query["order"], JournalEntry.MaxValueLength),
        Skip = int.TryParse(query["skip"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var skip) ? skip : 0,
    };

    /// <summary>The same where no call is under that order id: what was typed may be a card number then.</summary>
    public RequestFilter WithoutCard() => Order is { } order ? this with { Order = Redaction.Cards(order) } : this;

    private static string? Text(string? text, int longest) => Trimmed(text, longest) is { } trimmed ? Redaction.Cards(trimmed) : null;

    private static string? Trimmed(string? text, int longest) => text?.Trim() is { Length: > 0 } trimmed && trimmed.Length <= longest ? trimmed : null;
}

/// <summary>One call with all that the journal kept of it.</summary>
/// <param name="Entry">As the journal has it.</param>
/// <param name="At">When.</param>
/// <param name="Tone">Whether it went well.</param>
/// <param name="Diagnosis">What is wrong with its signature, where that is known.</param>
internal sealed record RequestDetail(JournalEntry Entry, Moment At, Tone Tone, DiagnosisView? Diagnosis);
