namespace FreedomPaySandbox.Client;

/// <summary>Holds a payout to a saved card to the documented forms (M-7) before it is sent.</summary>
internal static class TokenPayoutCheck
{
    /// <exception cref="ArgumentException">All that is wrong, without any value.</exception>
    public static void Require(TokenPayout payout) => FieldForms.Require(Problems(payout), "payout", nameof(payout));

    private static IEnumerable<string> Problems(TokenPayout payout) =>
    [
        .. FieldForms.OrderId(payout.OrderId),
        .. FieldForms.Amount(payout.Amount),
        .. FieldForms.Text(nameof(payout.Description), payout.Description),
        .. FieldForms.TimeLimit(payout.TimeLimit),
        .. FieldForms.UserId(payout.UserId),
        .. FieldForms.Link(nameof(payout.PostLink), payout.PostLink),
        .. FieldForms.When(!Guid.TryParseExact(payout.CardToken, "D", out _), "CardToken: a UUID with hyphens is expected."),
    ];
}
