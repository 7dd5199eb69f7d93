using FreedomPaySandbox.Emulator.Faults;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>What a rule does to a call; what it does not say stays as it would be without it.</summary>
internal sealed record RuleEffect(Outcome? Outcome = null, GatewayFault? Fault = null, CallbackPlan? Callback = null);
