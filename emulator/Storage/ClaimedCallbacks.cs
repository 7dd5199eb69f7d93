using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What a claim got.</summary>
/// <param name="Due">The callbacks.</param>
/// <param name="NextDue">When the lane's next one is due, by the merchant's clock, if the claim asked and there is one.</param>
/// <param name="NextFree">When the first of those that are leased comes free unless it is recorded before, by the machine's clock.</param>
internal readonly record struct ClaimedCallbacks(IReadOnlyList<LeasedCallback> Due, DateTimeOffset? NextDue = null, DateTimeOffset? NextFree = null);
