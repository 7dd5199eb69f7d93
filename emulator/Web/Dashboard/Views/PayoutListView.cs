using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>The list of payouts.</summary>
internal sealed record PayoutListView
{
    public required PayoutFilter Filter { get; init; }

    public required IReadOnlyList<PayoutRow> Rows { get; init; }

    /// <summary>Where the list goes on.</summary>
    public string? Older { get; init; }

    /// <summary>The first call to make, where there has been none.</summary>
    public SamplePayout? FirstCall { get; init; }

    /// <summary>When the page will be different by itself.</summary>
    public TimeSpan? Again { get; init; }
}

/// <summary>A payout in the list.</summary>
internal sealed record PayoutRow
{
    public required string Address { get; init; }

    public required long Merchant { get; init; }

    public required long PaymentId { get; init; }

    public required string OrderId { get; init; }

    public required Moment CreatedAt { get; init; }

    public required Amount Amount { get; init; }

    public required string Currency { get; init; }

    /// <summary>The masked card or account; none while its recipient has typed none.</summary>
    public string? Recipient { get; init; }

    public required string Method { get; init; }

    public required PayoutStatus Status { get; init; }

    /// <summary>The code it failed with, once it has.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Where its callback is; none where it is not called back.</summary>
    public CallbackMark? Callback { get; init; }
}

/// <summary>Where a payout's callbacks are, in a word.</summary>
/// <param name="State">Of the one that most wants attention.</param>
/// <param name="Attempts">Made for it.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="Count">How many callbacks there are.</param>
internal sealed record CallbackMark(CallbackState State, int Attempts, Moment DueAt, int Count)
{
    private static readonly CallbackState[] s_urgency =
        [CallbackState.Dead, CallbackState.Pending, CallbackState.Lost, CallbackState.Delivered, CallbackState.Rejected];

    public static CallbackMark? From(IReadOnlyList<StoredCallback> callbacks, MerchantTime time) =>
        callbacks.MinBy(callback => Array.IndexOf(s_urgency, callback.State)) is { } first
            ? new CallbackMark(first.State, first.Attempts, time.At(first.DueAt), callbacks.Count)
            : null;
}

/// <summary>Which payouts a list shows. What a query says that is not understood is passed over: nobody counts with a page.</summary>
internal sealed record PayoutFilter
{
    public static IReadOnlyList<PayoutMethod> Methods { get; } =
        [PayoutMethod.ToCard, PayoutMethod.ToIban, PayoutMethod.OlderToIban, PayoutMethod.ToToken, PayoutMethod.ByPage];

    public static IReadOnlyList<PayoutStatus> Statuses { get; } = [PayoutStatus.Process, PayoutStatus.Ok, PayoutStatus.Error];

    public string? Merchant { get; init; }

    public PayoutStatus? Status { get; init; }

    public PayoutMethod? Method { get; init; }

    public PayoutSearch? Search { get; init; }

    public PayoutCursor? Before { get; init; }

    /// <summary>Whether anything but the place in the list is asked for.</summary>
    public bool Narrows => Status is not null || Method is not null || Search is not null;

    /// <summary>The address of the same list.</summary>
    public string Address => DashboardPaths.With(
        DashboardPaths.Payouts,
        ("merchant", Merchant),
        ("status", Status is { } status ? Callbacks.DomainWords.Format(status) : null),
        ("method", Method is { } method ? OperationNames.For(method) : null),
        ("q", Search?.Text),
        ("before", Before?.ToString()));

    public static PayoutFilter From(IQueryCollection query, string? merchant) => new()
    {
        Merchant = merchant,
        Status = Callbacks.DomainWords.PayoutStatuses.TryGetValue(query["status"].ToString(), out var status) ? status : null,
        Method = Methods.Where(method => string.Equals(OperationNames.For(method), query["method"], StringComparison.Ordinal)).Select(method => (PayoutMethod?)method).FirstOrDefault(),
        Search = PayoutSearch.TryParse(query["q"]),
        Before = PayoutCursor.TryParse(query["before"]),
    };
}
