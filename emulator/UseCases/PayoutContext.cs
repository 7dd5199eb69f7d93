using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>What a payout's decision needs to know of its merchant's past, read in the transaction that will write the payout.</summary>
/// <param name="Epoch">The account it will be written to.</param>
/// <param name="Balance">The payout balance now.</param>
/// <param name="Number">How many payouts the merchant has made.</param>
/// <param name="OrderIsUsed">Whether the order id was used before.</param>
/// <param name="SameKey">The payout made under the same idempotency key, if any.</param>
internal readonly record struct PayoutContext(long Epoch, Amount Balance, long Number, bool OrderIsUsed, Payout? SameKey);
