using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.UseCases;

/// <summary>What a wish to send a callback again has come to.</summary>
/// <param name="Queue">The lane in which it is owed once more; nothing when it is not.</param>
/// <param name="InProcess">Its payout, where that is in process and there is nothing to tell yet.</param>
internal sealed record ResendResult(string? Queue, Payout? InProcess);
