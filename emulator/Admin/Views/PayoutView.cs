using System.ComponentModel;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>A payout as the admin API shows it.</summary>
internal sealed record PayoutView
{
    [Description("The payment id: pg_payment_id.")]
    public required long Id { get; init; }

    public required long MerchantId { get; init; }

    [Description("Which method made it: p2p2nonreg, to_iban, iban_payout, reg2reg or reg2nonreg.")]
    public required string Method { get; init; }

    public required string OrderId { get; init; }

    [Description("How far it is by the merchant's clock: process, ok or error.")]
    public required string Status { get; init; }

    [Description("In currency units.")]
    public required decimal Amount { get; init; }

    [Description("What it costs on top, in currency units.")]
    public required decimal Commission { get; init; }

    public required string Currency { get; init; }

    public string? Description { get; init; }

    public string? UserId { get; init; }

    [Description("The card, masked; left out for an account, and while its recipient has typed none.")]
    public string? Card { get; init; }

    [Description("The account, masked; left out for a card.")]
    public string? Iban { get; init; }

    [Description("Of the saved card, where one is paid to.")]
    public string? CardToken { get; init; }

    [Description("Left out when it is not called back.")]
    public string? PostLink { get; init; }

    public required string Reference { get; init; }

    [Description("By the merchant's clock.")]
    public required DateTimeOffset CreatedAt { get; init; }

    [Description("When it is final, or was.")]
    public required DateTimeOffset SettlesAt { get; init; }

    [Description("The code it fails with; left out when it succeeds.")]
    public int? ErrorCode { get; init; }

    public string? ErrorDescription { get; init; }

    [Description("The payout balance right after it, in currency units.")]
    public required decimal BalanceAfter { get; init; }

    public string? IdempotencyKey { get; init; }

    public static PayoutView From(Payout payout, DateTimeOffset now) => new()
    {
        Id = payout.PaymentId,
        MerchantId = payout.MerchantId,
        Method = OperationNames.For(payout.Method),
        OrderId = payout.OrderId,
        Status = DomainWords.Format(payout.StatusAt(now)),
        Amount = DomainWords.Format(payout.Amount),
        Commission = DomainWords.Format(payout.Commission),
        Currency = payout.Currency,
        Description = payout.Description,
        UserId = payout.UserId,
        Card = payout.CardMask,
        Iban = payout.CardMask is null ? payout.Recipient?.Mask : null,
        CardToken = payout.CardToken,
        PostLink = payout.PostLink is { } link ? LinkCredentials.Hide(link) : null,
        Reference = payout.Reference,
        CreatedAt = payout.CreatedAt,
        SettlesAt = payout.SettlesAt,
        ErrorCode = payout.ErrorCode,
        ErrorDescription = payout.ErrorCode is { } code ? GatewayError.Get(code).Description : null,
        BalanceAfter = DomainWords.Format(payout.BalanceAfter),
        IdempotencyKey = payout.IdempotencyKey,
    };
}

/// <summary>Payouts, the oldest first.</summary>
internal sealed record PayoutList(
    IReadOnlyList<PayoutView> Payouts,
    [property: Description("Give it as after to go on; left out when the list is empty.")] string? Next,
    [property: Description("Why the wait ended before its time: what was asked for cannot come. Left out otherwise.")] string? Reason = null);
