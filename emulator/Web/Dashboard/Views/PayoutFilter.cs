using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

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
        ("method", Method is { } method ? GatewayMethods.GetName(method) : null),
        ("q", Search?.Text),
        ("before", Before?.ToString()));

    public static PayoutFilter From(IQueryCollection query, string? merchant) => new()
    {
        Merchant = merchant,
        Status = Callbacks.DomainWords.PayoutStatuses.TryGetValue(query["status"].ToString(), out var status) ? status : null,
        Method = Methods.Where(method => string.Equals(GatewayMethods.GetName(method), query["method"], StringComparison.Ordinal)).Select(method => (PayoutMethod?)method).FirstOrDefault(),
        Search = PayoutSearch.TryParse(query["q"]),
        Before = PayoutCursor.TryParse(query["before"]),
    };
}
