namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>The methods of the gateway that the sandbox has, by the names that rules and switches call them.</summary>
internal static class OperationNames
{
    public const string PayoutPage = "reg2nonreg";

    /// <summary>No method: the moment at which the recipient of a payout types the card on its page. Rules know it by this name.</summary>
    public const string TypedCard = "payout_page";

    /// <summary>
    /// No method: a call to a path, or by an HTTP method, that the gateway does not have. The journal knows it by this name.
    /// </summary>
    public const string UnknownPath = "unknown-path";

    /// <summary>No method: a callback of a sandbox that came to a sandbox, to whatever path. The journal knows it by this name.</summary>
    public const string ReturnedCallback = "sandbox-callback";

    /// <summary>Those that make payouts.</summary>
    public static IReadOnlyList<string> Payouts { get; } = ["p2p2nonreg", "to_iban", "iban_payout", "reg2reg", TypedCard];

    public static IReadOnlyList<string> All { get; } =
    [
        .. Payouts, PayoutPage, "add", "balance_status", "payout_status2", "payout_status", "payment_status2", "payment_status", "get_status2.php",
    ];

    /// <summary>The method by which a payout was asked for.</summary>
    public static string For(PayoutMethod method) => method switch
    {
        PayoutMethod.ToCard => "p2p2nonreg",
        PayoutMethod.ToIban => "to_iban",
        PayoutMethod.OlderToIban => "iban_payout",
        PayoutMethod.ToToken => "reg2reg",
        PayoutMethod.ByPage => PayoutPage,
        _ => "add",
    };
}
