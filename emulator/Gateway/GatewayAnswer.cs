using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>What the gateway says: a status, fields in their order, and one line for the log.</summary>
/// <param name="Fields">The answer's fields, signed where it is signed.</param>
/// <param name="Summary">What happened, for people.</param>
/// <param name="HttpStatus">200 but for E-4.</param>
internal sealed record GatewayAnswer(Parameters Fields, string Summary, int HttpStatus = StatusCodes.Status200OK);
