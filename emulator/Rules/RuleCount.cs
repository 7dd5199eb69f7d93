namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>What happened to a rule so far.</summary>
/// <param name="Hits">How many calls it decided.</param>
/// <param name="Calls">How many calls came to it that it is about.</param>
internal readonly record struct RuleCount(long Hits, long Calls);
