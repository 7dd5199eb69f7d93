using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Which calls of the journal a list shows.</summary>
internal sealed record RequestFilter
{
    private const int LongestOutcome = 40;

    public static IReadOnlyList<string> Operations { get; } = [.. GatewayMethods.All.Where(method => method != GatewayMethods.TypedCard), GatewayMethods.UnknownPath, GatewayMethods.ReturnedCallback];

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
