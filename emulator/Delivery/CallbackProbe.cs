using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>A callback that is sent to try an endpoint: signed as any, and about an order that nobody has unless one is named.</summary>
internal sealed record CallbackProbe(string Url, long MerchantId)
{
    private static readonly Amount s_amount = Amount.FromUnits(1);

    public required string PayoutSecret { get; init; }

    public string? OrderId { get; init; }

    /// <summary>None when it was not given well.</summary>
    public required TimeSpan? TimeOut { get; init; }

    /// <summary>What is wrong with what was asked, in a sentence.</summary>
    public string? Problem => this switch
    {
        { MerchantId: <= 0 } => "--merchant is a positive number.",
        { PayoutSecret.Length: 0 } => "the secret is empty; leave --secret out to sign with the sandbox's published one.",
        { OrderId.Length: 0 or > 50 } => "--order has 1 to 50 characters.",
        { TimeOut: null } => "--timeout is a number of seconds, at most 600.",
        _ => null,
    };

    public Merchant Merchant => new(MerchantId, new MerchantSecrets(PayoutSecret, PayoutSecret)) { CallbackTimeout = TimeOut!.Value };

    public LeasedCallback Callback(Seed seed, DateTimeOffset now)
    {
        var payment = seed.PaymentId(MerchantId, 0);
        var payout = new Payout
        {
            MerchantId = MerchantId,
            Epoch = 0,
            PaymentId = payment,
            Method = PayoutMethod.ToCard,
            OrderId = OrderId ?? $"doctor-{seed.Reference(payment)}",
            Amount = s_amount,
            AmountText = s_amount.ToString(),
            Commission = Amount.Zero,
            BalanceAfter = Amount.Zero,
            Currency = Merchant.Default.Currency,
            Recipient = new MaskedRecipient(CardNumber.Mask(TestCard.All[0].Number), ""),
            PostLink = Url,
            Reference = seed.Reference(payment),
            CreatedAt = now,
            SettlesAt = now,
        };
        return new LeasedCallback(new CallbackKey(0, payment, 1), payout, Tampering.None, ClaimsBefore: 0, AttemptsMade: 0, Tries: 0, now, Amount.Zero, seed);
    }

    /// <summary>Never with the secret.</summary>
    public override string ToString() => $"callback to {Url}";
}
