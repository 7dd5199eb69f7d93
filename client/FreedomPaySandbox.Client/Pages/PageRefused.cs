using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>There is no page: the call was refused.</summary>
/// <remarks>
/// <see cref="GatewayError.DuplicateOrder"/> (9991) says that the order id was used before. After a lost answer it was probably used by
/// this very payout: ask <see cref="PayoutClient.ResolveAsync"/> what became of it.
/// </remarks>
/// <param name="Code">The number of the gateway's error, see <see cref="GatewayError"/>.</param>
/// <param name="Text">The gateway's text, which may be empty. For people of the merchant, not for recipients.</param>
public sealed record PageRefused(int Code, string Text) : PageResult;
