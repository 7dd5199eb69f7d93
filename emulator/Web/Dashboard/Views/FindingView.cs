using FreedomPaySandbox.Emulator.Findings;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Something that the sandbox noticed about a merchant's service.</summary>
/// <param name="Id">Of the kind of finding.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Sentence">What it is.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Fix">How to mend it.</param>
internal sealed record FindingView(string Id, Tone Severity, string Sentence, string Why, string Fix)
{
    /// <summary>The dashboard's page of the payout it was seen at.</summary>
    public string? PayoutAddress { get; init; }

    /// <summary>The id of the call it was seen at.</summary>
    public string? Request { get; init; }

    /// <summary>How often it was seen.</summary>
    public long Count { get; init; }

    public static FindingView From(long merchant, Finding finding) => new(
        finding.Kind.Id, finding.Kind.CostsMoney ? Tone.Bad : Tone.Waiting, finding.Text, finding.Kind.Why, finding.Kind.Fix)
    {
        PayoutAddress = finding.PaymentId is { } payment ? DashboardPaths.OfPayout(merchant, payment) : null,
        Request = finding.Request,
        Count = finding.Count,
    };
}

/// <summary>All findings, or those of the merchant that was picked.</summary>
internal sealed record FindingListView(IReadOnlyList<FindingView> Findings)
{
    /// <summary>More than that nobody reads.</summary>
    public const int Most = 200;
}
