using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.UseCases;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Cards to pay to later, and the pages on which recipients type a number.</summary>
internal sealed class CardStore(StoreAccess access)
{
    /// <summary>Opens a page on which somebody types a card to be paid to later.</summary>
    /// <returns>What is kept, or nothing when the merchant was emptied meanwhile.</returns>
    public Task<Payout?> BeginSavingAsync(CardSavingIntent intent, CancellationToken cancellation) =>
        access.ChangeAsync(intent.Epoch, intent.ApplyAsync, cancellation);

    /// <summary>Takes the number that a recipient has typed, once.</summary>
    /// <returns>What came of it, or nothing when somebody was faster, it was too late, or the merchant was emptied.</returns>
    public Task<PayoutDecision.Made?> TypeAsync(TypedNumber typed, CancellationToken cancellation) =>
        access.ChangeAsync(typed.Epoch, typed.ApplyAsync, cancellation);

    public Task<StoredPage?> PageAsync(long epoch, string ticket, CancellationToken cancellation) =>
        access.ReadAsync(session => PageSql.FindAsync(session, epoch, ticket), cancellation);

    /// <summary>Saves a card without a page.</summary>
    /// <returns>The card, or nothing when the account is closed.</returns>
    public Task<SavedCard?> SaveAsync(long epoch, string userId, MaskedRecipient trace, int digits, DateTimeOffset now, CancellationToken cancellation) =>
        access.ChangeAsync(
            epoch,
            async transaction => await transaction.LockMerchantAsync(epoch, now) is { } row
                ? await CardSql.SaveAsync(transaction.Session, epoch, row.Seed, userId, trace, digits)
                : null,
            cancellation);

    public Task<SavedCard?> FindAsync(long epoch, string token, CancellationToken cancellation) =>
        access.ReadAsync(session => CardSql.FindAsync(session, epoch, token), cancellation);
}
