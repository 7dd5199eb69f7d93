using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>The payout a recipient is asked to name a card for, as the page shows it.</summary>
/// <param name="Amount">What is paid out.</param>
/// <param name="Currency">Such as <c>KZT</c>.</param>
/// <param name="Description">What for, in the merchant's words.</param>
internal sealed record OfferedPayout(Amount Amount, string Currency, string Description)
{
    /// <summary>The merchant's own number of the payout.</summary>
    public string? OrderId { get; init; }
}
