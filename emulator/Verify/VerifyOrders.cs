using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>Draws the orders of one run, fresh ones, and writes the callbacks about them.</summary>
internal sealed class VerifyOrders(VerifyTarget target, Seed seed, DateTimeOffset now)
{
    // Ten digits, as all are, that fit into 32 bits: a service with no room for more fails one check only.
    private const long FirstPaymentId = 1_000_000_000;

    private static readonly Amount s_smallest = Amount.FromUnits(100);

    private readonly string _run = seed.Ticket(0)[..8];
    private readonly Dictionary<string, long> _payouts = new(StringComparer.Ordinal);
    private int _orders;
    private int _salts;

    public VerifyTarget Target => target;

    private string Salt => seed.Salt("verify", ++_salts);

    /// <summary>How many orders were drawn.</summary>
    public int Drawn => _orders;

    /// <summary>Draws the last orders once more, after more was learnt of them.</summary>
    public void DrawAgain(int drawn) => _orders = drawn;

    /// <summary>A payout was made for an order: callbacks tell of that one.</summary>
    public void Learn(VerifyOrder order, long paymentId) => _payouts[order.Id] = paymentId;

    public bool HasPayout(VerifyOrder order) => _payouts.ContainsKey(order.Id);

    public VerifyOrder New()
    {
        var number = ++_orders;
        var id = string.Create(CultureInfo.InvariantCulture, $"verify-{_run}-{number}");
        return new VerifyOrder(
            id,
            _payouts.TryGetValue(id, out var payment) ? payment : FirstPaymentId + (seed.PaymentId(target.Merchant.Id, 0) % FirstPaymentId) + number,
            s_smallest + new Amount(number),
            now + TimeSpan.FromSeconds(number));
    }

    public Parameters Ok(VerifyOrder order) => Message(order, errorCode: null);

    public Parameters Error(VerifyOrder order) => Message(order, GatewayError.AskYourBank);

    /// <summary>The same message with a new salt, as a later attempt has (N-4).</summary>
    public Parameters Again(Parameters fields) => Signed(TamperedFields.With(fields, Fields.Salt, _ => Salt));

    /// <summary>The same message with another text in one field, added where it was not, and rightly signed.</summary>
    public Parameters With(Parameters fields, string name, string value) => Signed(
        fields.GetCount(name) > 0 ? TamperedFields.With(fields, name, _ => value) : [.. fields, new Parameter(name, value)]);

    /// <summary>The same message without a field, and rightly signed.</summary>
    public Parameters Without(Parameters fields, string name) => Signed(Unsigned(fields, name));

    /// <summary>The same message without its signature.</summary>
    public static Parameters Unsigned(Parameters fields) => Unsigned(fields, Fields.Signature);

    public Parameters SignedWith(string secret, Parameters fields) => Signed(fields, secret);

    private Parameters Message(VerifyOrder order, int? errorCode) => CallbackMessage.Build(
        new Payout
        {
            MerchantId = target.Merchant.Id,
            Epoch = 0,
            PaymentId = order.PaymentId,
            Method = PayoutMethod.ToCard,
            OrderId = order.Id,
            Amount = order.Amount,
            AmountText = order.Amount.ToString(),
            Commission = Amount.Zero,
            BalanceAfter = s_smallest,
            Currency = target.Merchant.Currency,
            Recipient = new MaskedRecipient(CardNumber.Mask(TestCard.All[0].Number), ""),
            PostLink = target.Callback,
            Reference = seed.Reference(order.PaymentId),
            CreatedAt = order.At,
            SettlesAt = order.At,
            ErrorCode = errorCode,
        },
        target.Merchant,
        s_smallest,
        Salt);

    private Parameters Signed(Parameters fields, string? secret = null)
    {
        var signed = Unsigned(fields);
        signed.Add(Fields.Signature, Signature.Compute(ScriptName.ForCallback(target.Callback), signed, secret ?? target.Merchant.Secrets.Payout));
        return signed;
    }

    private static Parameters Unsigned(Parameters fields, string without) =>
        new(fields.Where(field => !string.Equals(field.Name, without, StringComparison.Ordinal)));
}

/// <summary>An order that one check is about, and nobody else.</summary>
internal sealed record VerifyOrder(string Id, long PaymentId, Amount Amount, DateTimeOffset At)
{
    public override string ToString() => Id;
}
