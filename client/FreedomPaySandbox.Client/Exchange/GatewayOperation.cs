using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>One of the gateway's operations: its path, which errors may come unsigned, and what to do when it goes wrong.</summary>
/// <param name="Path">The path below the gateway's address.</param>
/// <param name="UnsignedCodes">The codes of errors that carry no signature (E-5, E-6).</param>
/// <param name="IsInquiry">Whether it changes nothing.</param>
internal sealed record GatewayOperation(string Path, IReadOnlyList<int> UnsignedCodes, bool IsInquiry)
{
    // The vendor's table has no name for the third way of saying that a merchant is unknown.
    private const int UnknownMerchant = 101;

    private static readonly int[] s_unknownMerchant = [GatewayError.InvalidSignatureOrMerchant, GatewayError.WrongMerchant, UnknownMerchant];

    /// <summary>A payout to a card number.</summary>
    public static GatewayOperation PayToCard { get; } = new("/g2g/p2p2nonreg", s_unknownMerchant, IsInquiry: false);

    /// <summary>The status of a payout (M-3).</summary>
    public static GatewayOperation Status { get; } =
        new("/g2g/payout_status2", [.. s_unknownMerchant, GatewayError.PaymentNotFound], IsInquiry: true);

    public string Script => ScriptName.Of(Path);

    private string NextStep => IsInquiry
        ? "Nothing was changed by asking, and what became of the payout is as unknown as before: ask again, do not pay again."
        : "The payout may have been made: settle it with ResolveAsync and its order id, and do not pay again before.";

    public MalformedAnswerException Malformed(string problem, Exception? cause = null) =>
        new($"The answer from {Path} cannot be used: {problem} {NextStep}", cause);

    public AnswerSignatureException WrongSignature(string problem) => new(
        $"The answer from {Path} cannot be trusted: {problem} Check that PayoutSecret is the payout secret of this merchant, "
        + $"and that BaseAddress is the gateway's. {NextStep}");

    public GatewayUnreachableException Unreachable(Uri gateway, Exception cause) => new(
        $"The gateway at {gateway.GetLeftPart(UriPartial.Authority)} was not reached. Check BaseAddress, name resolution, proxy and "
        + $"certificates. {(IsInquiry ? NextStep : "Nothing was sent, so no payout was made: it may be sent again under the same order id.")}",
        outcomeIsUnknown: IsInquiry,
        cause);
}
