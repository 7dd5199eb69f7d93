using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>Saves a card for later payouts (M-9): by a page on which its owner types it, or at once.</summary>
internal sealed class SaveCard(SandboxStore store)
{
    /// <summary>Opens the page. <see cref="SubmitCard"/> takes the card that is typed there.</summary>
    /// <returns>What is stored; <see langword="null"/> when the merchant was reset meanwhile.</returns>
    public Task<Payout?> OpenPageAsync(MerchantState state, Merchant merchant, CardSavingRequest request, CancellationToken cancellation)
    {
        var now = state.Clock.Now;
        return store.ChangeAsync(state.Epoch, transaction => OpenPageAsync(transaction, state.Epoch, merchant, request, now), cancellation);
    }

    /// <summary>Saves the card as if its owner had typed it. The same card of the same user keeps its token.</summary>
    /// <returns>The card; <see langword="null"/> when the merchant was reset or removed meanwhile.</returns>
    public Task<SavedCard?> HandleAsync(MerchantState state, string userId, string pan, CancellationToken cancellation)
    {
        var (now, recipient) = (state.Clock.Now, MaskedRecipient.FromCard(pan, state.Merchant.Secrets));
        return store.ChangeAsync(
            state.Epoch,
            async transaction => await transaction.LockMerchantAsync(state.Epoch, now) is { } row
                ? await transaction.SaveCardAsync(row, userId, recipient, pan.Length)
                : null,
            cancellation);
    }

    private static async ValueTask<Payout?> OpenPageAsync(StoreTransaction transaction, long epoch, Merchant merchant, CardSavingRequest request, DateTimeOffset now)
    {
        if (await transaction.LockMerchantAsync(epoch, now) is not { } row)
            return null;
        var context = new PayoutContext(epoch, row.Balance, row.Payouts, OrderIsUsed: false, SameKey: null);
        var saving = CardSavingRules.Begin(request, merchant, row.Seed, context, now);
        await transaction.AddPayoutAsync(saving);
        await transaction.AddPageAsync(saving, row.Seed, new HostedPageOptions(request.BackLink, Framed: false));
        row.Payouts++;
        return saving;
    }
}
