using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>A request that the gateway turns down: the code it answers with. An expected outcome, so a value.</summary>
internal readonly record struct Refusal(int Code)
{
    public static Refusal InvalidField => new(GatewayError.InvalidField);

    public static Refusal MethodNotAllowed => new(GatewayError.MethodNotAllowed);

    public static Refusal DuplicateOrder => new(GatewayError.DuplicateOrder);

    public static Refusal UnknownToken => new(GatewayError.ModelNotFound);

    public static Refusal TimeIsUp => new(GatewayError.TimeIsUp);

    public static Refusal SystemFault => new(GatewayError.SystemFault);
}
