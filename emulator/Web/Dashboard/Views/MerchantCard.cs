using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A merchant with its balance, settings and clock; never with its secrets.</summary>
/// <param name="Merchant">As the admin API shows it.</param>
/// <param name="Balance">The payout balance now.</param>
/// <param name="Clock">Its clock.</param>
/// <param name="Rules">How many rules of its own it has.</param>
internal sealed record MerchantCard(MerchantView Merchant, Amount Balance, ClockCard Clock, int Rules);
