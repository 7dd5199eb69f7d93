using System.Globalization;

namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>What a merchant says of an order: its state, and how often it was counted as paid.</summary>
internal sealed record ReportedOrder(PaidState State, int Times)
{
    public static ReportedOrder Nothing { get; } = new(PaidState.Unknown, 0);

    public bool Meets(ExpectedState due) => due switch
    {
        ExpectedState.PaidOnce => this is { State: PaidState.Paid, Times: 1 },
        ExpectedState.NotPaid => State != PaidState.Paid && Times == 0,
        _ => Times <= 1,
    };

    public override string ToString() => (State, Times) switch
    {
        (PaidState.Paid, 1) => "paid",
        (PaidState.Paid, > 1) => string.Create(CultureInfo.InvariantCulture, $"paid {Times} times"),
        (_, > 0) => string.Create(CultureInfo.InvariantCulture, $"{Name}, and was paid {(Times == 1 ? "once" : $"{Times} times")}"),
        _ => Name,
    };

    private string Name => State switch { PaidState.Paid => "paid", PaidState.Failed => "failed", _ => "unknown" };
}

/// <summary>What a merchant holds an order for.</summary>
internal enum PaidState
{
    /// <summary>Open, or none of its orders.</summary>
    Unknown,

    Paid,

    Failed,
}

/// <summary>Asks a merchant what became of an order.</summary>
/// <returns>What it said, or why it said nothing, in a sentence.</returns>
internal delegate Task<(ReportedOrder? Order, string? Hindrance)> OrderProbe(VerifyOrder order, CancellationToken stopping);

/// <summary>Tells a merchant of an order before it is called back.</summary>
/// <returns>Why that did not work, in a sentence; nothing when it did.</returns>
internal delegate Task<string?> OrderAnnouncement(VerifyOrder order, CancellationToken stopping);
