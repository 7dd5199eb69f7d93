using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Dashboard.Views;

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
        ("status", Status is { } status ? Admin.Views.Words.Of(status) : null),
        ("method", Method is { } method ? GatewayMethods.Of(method) : null),
        ("q", Search?.Text),
        ("before", Before?.ToString()));

    public static PayoutFilter Of(IQueryCollection query, string? merchant) => new()
    {
        Merchant = merchant,
        Status = Admin.Views.Words.PayoutStatuses.TryGetValue(query["status"].ToString(), out var status) ? status : null,
        Method = Methods.Where(method => string.Equals(GatewayMethods.Of(method), query["method"], StringComparison.Ordinal)).Select(method => (PayoutMethod?)method).FirstOrDefault(),
        Search = PayoutSearch.Of(query["q"]),
        Before = PayoutCursor.Of(query["before"]),
    };
}
