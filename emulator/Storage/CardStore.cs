using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Reads saved cards, and the pages on which recipients type one.</summary>
internal sealed class CardStore(StoreAccess access)
{
    public Task<StoredPage?> PageAsync(long epoch, string ticket, CancellationToken cancellation) =>
        access.ReadAsync(session => PageSql.FindAsync(session, epoch, ticket), cancellation);

    public Task<SavedCard?> FindAsync(long epoch, string token, CancellationToken cancellation) =>
        access.ReadAsync(session => CardSql.FindAsync(session, epoch, token), cancellation);
}

/// <summary>A page that a recipient is sent to, and the payout it belongs to.</summary>
internal sealed record StoredPage(Payout Payout, HostedPageOptions Options);
