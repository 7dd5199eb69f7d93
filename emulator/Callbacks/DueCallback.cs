using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>A callback that was claimed for an attempt: nobody else may send it until the lease ends.</summary>
/// <param name="Key">Which callback.</param>
/// <param name="Payout">The payout it tells of.</param>
/// <param name="ClaimsBefore">How often it was claimed before, to the end or not.</param>
/// <param name="AttemptsMade">How many attempts failed before.</param>
/// <param name="DueAt">When this attempt was due.</param>
/// <param name="Balance">The merchant's payout balance at the claim.</param>
/// <param name="Seed">The merchant's seed.</param>
internal sealed record DueCallback(CallbackKey Key, Payout Payout, int ClaimsBefore, int AttemptsMade, DateTimeOffset DueAt, Amount Balance, Seed Seed);
