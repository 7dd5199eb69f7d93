using FreedomPaySandbox.Emulator.Faults;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>What the rules say of one call.</summary>
/// <param name="Rule">The merchant's rule that decided, or none when only the built-in ones did.</param>
/// <param name="Outcome">What the payout comes to, if it is made at all.</param>
/// <param name="Fault">How the answer goes wrong, if it does.</param>
/// <param name="Callback">How the payout is called back.</param>
internal sealed record RuleMatch(Rule? Rule, Outcome Outcome, GatewayFault? Fault, CallbackPlan Callback);
