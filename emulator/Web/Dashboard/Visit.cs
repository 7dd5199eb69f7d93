using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Web.Dashboard.Words;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>Somebody on a page of the dashboard: in which language, about which merchant, and what the last form said.</summary>
internal sealed record Visit
{
    /// <summary>More than anybody picks from a list.</summary>
    public const int MostListed = 200;

    public required DashboardLanguage Language { get; init; }

    /// <summary>The path and query, without the language.</summary>
    public required string Here { get; init; }

    /// <summary>The page's path.</summary>
    public required string Path { get; init; }

    /// <summary>The merchant that was picked, or none for all.</summary>
    public MerchantState? Picked { get; init; }

    /// <summary>All there are, or the first of them.</summary>
    public IReadOnlyList<long> Merchants { get; init; } = [];

    public Flash? Flash { get; init; }

    /// <summary>Whether there is a pass that can be given back.</summary>
    public bool CanLeave { get; init; }

    /// <summary>What its forms carry; a page without forms has none.</summary>
    public string FormToken { get; init; } = "";

    public DashboardTexts Texts => Language.Texts;

    public long? Merchant => Picked?.Merchant.Id;

    /// <summary>The merchant as a query says it.</summary>
    public string? MerchantText => Merchant?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public MerchantScope GetScope(MerchantRegistry book) =>
        Picked is { } state ? new MerchantScope([state], state.Changes, IsOne: true) : new MerchantScope([.. book.All], book.Changes, IsOne: false);
}
