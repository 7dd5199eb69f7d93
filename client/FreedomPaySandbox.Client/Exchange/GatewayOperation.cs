using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>One of the gateway's operations: its path, which errors may come unsigned, what signs it, and what is at stake.</summary>
/// <param name="Path">The path below the gateway's address.</param>
/// <param name="UnsignedCodes">The codes of errors that carry no signature (E-3 to E-6).</param>
/// <param name="Stake">What is at stake when it goes wrong.</param>
/// <param name="SignedWith">The secret of its requests and answers.</param>
internal sealed record GatewayOperation(
    string Path, IReadOnlyList<int> UnsignedCodes, FailureRisk Stake, SigningSecret SignedWith = SigningSecret.Payout)
{
    // The vendor's table has no name for the third way of saying that a merchant is unknown.
    private const int UnknownMerchant = 101;

    // An invalid signature on /api/* and *.php is one of them (E-3).
    private static readonly int[] s_unknownMerchant = [GatewayError.InvalidSignatureOrMerchant, GatewayError.WrongMerchant, UnknownMerchant];
    private static readonly int[] s_unknownPayment = [.. s_unknownMerchant, GatewayError.PaymentNotFound];

    /// <summary>A payout to a card number.</summary>
    public static GatewayOperation PayToCard { get; } = new("/g2g/p2p2nonreg", s_unknownMerchant, FailureRisk.Payout);

    /// <summary>A payout to an IBAN (M-1).</summary>
    public static GatewayOperation PayToIban { get; } = new("/g2g/to_iban", s_unknownMerchant, FailureRisk.Payout);

    /// <summary>A payout to a saved card (M-7).</summary>
    public static GatewayOperation PayToToken { get; } = new("/g2g/reg2reg", s_unknownMerchant, FailureRisk.Payout);

    /// <summary>A page on which the recipient types the card that is paid to (M-8).</summary>
    public static GatewayOperation OpenPage { get; } = new("/api/reg2nonreg", s_unknownMerchant, FailureRisk.PayoutPage);

    /// <summary>The payout balance (M-2).</summary>
    public static GatewayOperation Balance { get; } = new("/g2g/balance_status", s_unknownMerchant, FailureRisk.Nothing);

    /// <summary>The status of a payout (M-3).</summary>
    public static GatewayOperation Status { get; } = new("/g2g/payout_status2", s_unknownPayment, FailureRisk.Inquiry);

    /// <summary>The status of a payment (M-5).</summary>
    public static GatewayOperation PaymentStatus { get; } = new("/api/payment_status2", s_unknownPayment, FailureRisk.Inquiry);

    /// <summary>The status of an order (M-6).</summary>
    public static GatewayOperation OrderStatus { get; } = new("/get_status2.php", s_unknownPayment, FailureRisk.Inquiry, SigningSecret.Receive);

    public string Script => ScriptName.FromUrl(Path);

    /// <summary>Whether an invalid signature is answered with HTTP 401 (T-8, E-4).</summary>
    public bool MayAnswer401 { get; private init; }

    /// <summary>A page on which a card is saved for later payouts (M-9).</summary>
    public static GatewayOperation SaveCard(long merchantId) => new(
        string.Create(CultureInfo.InvariantCulture, $"/v1/merchant/{merchantId}/cardstoragepayout/add"),
        [.. s_unknownMerchant, GatewayError.InvalidSignature],
        FailureRisk.CardPage,
        SigningSecret.Receive)
    { MayAnswer401 = true };

    /// <exception cref="InvalidOperationException">It is the receive secret, and none was set.</exception>
    public string GetSecret(FreedomPayOptions options) =>
        SignedWith == SigningSecret.Receive ? options.RequireReceiveSecret($"A call of {Path}") : options.PayoutSecret;

    public MalformedAnswerException Malformed(string problem, Exception? cause = null) =>
        new($"The answer from {Path} cannot be used: {problem} {Stake.WhenInDoubt}", cause, Stake.InDoubt);

    public AnswerSignatureException WrongSignature(string problem) => new(
        $"The answer from {Path} cannot be trusted: {problem} Check that {SignedWith}Secret is the {SecretName} secret of this merchant, "
        + $"and that BaseAddress is the gateway's. {Stake.WhenInDoubt}",
        Stake.InDoubt);

    public GatewayUnreachableException Unreachable(Uri gateway, Exception cause) => new(
        $"The gateway at {gateway.GetLeftPart(UriPartial.Authority)} was not reached. Check BaseAddress, name resolution, proxy and "
        + $"certificates. {Stake.WhenNotSent}",
        Stake.InDoubtEvenNotSent,
        cause);

    private string SecretName => SignedWith == SigningSecret.Receive ? "receive" : "payout";
}

/// <summary>Which of the merchant's two secrets signs (S-9).</summary>
internal enum SigningSecret
{
    Payout,
    Receive,
}
