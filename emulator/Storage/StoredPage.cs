using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>A page that a recipient is sent to, and the payout it belongs to.</summary>
internal sealed record StoredPage(Payout Payout, HostedPageOptions Options);
