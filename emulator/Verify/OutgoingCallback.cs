using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>A callback that a check sends.</summary>
internal sealed record OutgoingCallback(Parameters Fields, CallbackCarrier Carrier = CallbackCarrier.Form);
