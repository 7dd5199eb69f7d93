namespace FreedomPaySandbox.Client;

/// <summary>Holds a payout by a page to the documented forms (M-8) before it is sent.</summary>
internal static class HostedPayoutCheck
{
    /// <exception cref="ArgumentException">All that is wrong, without any value.</exception>
    public static void Require(HostedPayout payout) => FieldForms.Require(Problems(payout), "payout", nameof(payout));

    private static IEnumerable<string> Problems(HostedPayout payout) =>
    [
        .. FieldForms.OrderId(payout.OrderId),
        .. FieldForms.Amount(payout.Amount),
        .. FieldForms.Text(nameof(payout.Description), payout.Description),
        .. FieldForms.TimeLimit(payout.TimeLimit),
        .. FieldForms.Link(nameof(payout.BackLink), payout.BackLink),
        .. FieldForms.Link(nameof(payout.PostLink), payout.PostLink),
        .. FieldForms.OptionalUserId(payout.UserId),
        .. FieldForms.OptionalText(nameof(payout.UserEmail), payout.UserEmail),
    ];
}
