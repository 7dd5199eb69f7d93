using System.ComponentModel;
using FreedomPaySandbox.Emulator.Findings;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>A finding as the admin API shows it.</summary>
internal sealed record FindingView
{
    [Description("What it is, such as double-payout.")]
    public required string Kind { get; init; }

    public required long MerchantId { get; init; }

    [Description("Whether it loses money in production.")]
    public required bool CostsMoney { get; init; }

    [Description("What was seen.")]
    public required string Text { get; init; }

    [Description("Why it matters.")]
    public required string Why { get; init; }

    [Description("What to do.")]
    public required string Fix { get; init; }

    [Description("When it was first seen, by the merchant's clock.")]
    public required DateTimeOffset At { get; init; }

    [Description("How often it was seen.")]
    public required long Count { get; init; }

    [Description("The payout that it is about, if it is about one.")]
    public long? PaymentId { get; init; }

    [Description("The call that showed it, if one did: GET /__admin/requests/{id}.")]
    public string? Request { get; init; }

    public static FindingView From(long merchant, Finding finding) => new()
    {
        Kind = finding.Kind.Id,
        MerchantId = merchant,
        CostsMoney = finding.Kind.CostsMoney,
        Text = finding.Text,
        Why = finding.Kind.Why,
        Fix = finding.Kind.Fix,
        At = finding.At,
        Count = finding.Count,
        PaymentId = finding.PaymentId,
        Request = finding.Request,
    };
}

/// <summary>Findings, the oldest of each merchant first.</summary>
internal sealed record FindingList(IReadOnlyList<FindingView> Findings);
