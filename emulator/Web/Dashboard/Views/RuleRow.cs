namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A rule with how often it decided.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="When">Which calls it is about, as JSON.</param>
/// <param name="Then">What happens to them, as JSON.</param>
/// <param name="Hits">How many calls it decided.</param>
/// <param name="Calls">How many came to it.</param>
/// <param name="IsBuiltIn">Whether every merchant has it.</param>
internal sealed record RuleRow(string Name, string When, string Then, long Hits, long Calls, bool IsBuiltIn);
