using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Registry;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What a store says of a merchant's account when it is opened.</summary>
/// <param name="Epoch">Under which all that belongs to it is kept.</param>
/// <param name="Seed">Of its chance.</param>
/// <param name="Clock">Where its clock is.</param>
/// <param name="Rules">Its rules, where they were put.</param>
internal sealed record StoredMerchantState(long Epoch, Seed Seed, ClockReading Clock, StoredRules Rules = default);
