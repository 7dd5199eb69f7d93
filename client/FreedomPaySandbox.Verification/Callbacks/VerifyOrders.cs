using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>Draws the orders of one run, fresh ones, and writes the callbacks about them.</summary>
internal sealed class VerifyOrders(VerifyTarget target, RunIdentity run, DateTimeOffset now)
{
    // Ten digits, as all are, that fit into 32 bits: an endpoint without room for more is told so by one check only.
    private const long FirstPaymentId = 1_000_000_000;

    private static readonly Amount s_smallest = Amount.FromUnits(100);

    private readonly Dictionary<string, long> _payouts = new(StringComparer.Ordinal);
    private int _orders;
    private int _salts;

    public VerifyTarget Target => target;

    private string Salt => run.GetSalt(++_salts);

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
        var id = string.Create(CultureInfo.InvariantCulture, $"verify-{run.Name}-{number}");
        return new VerifyOrder(
            id,
            _payouts.TryGetValue(id, out var payment) ? payment : FirstPaymentId + (run.Number % FirstPaymentId) + number,
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

    private Parameters Message(VerifyOrder order, int? errorCode)
    {
        var fields = new PayoutCallback
        {
            PaymentId = order.PaymentId,
            OrderId = order.Id,
            CardMask = CardNumber.Mask(TestCard.All[0].Number),
            Balance = s_smallest,
            Amount = order.Amount,
            ToPay = order.Amount,
            MerchantId = target.MerchantId,
            CreatedAt = order.At,
            UtcOffset = target.UtcOffset,
            ErrorCode = errorCode,
        }.ToFields();
        fields.Add(Fields.Salt, Salt);
        return Signed(fields);
    }

    private Parameters Signed(Parameters fields, string? secret = null)
    {
        var signed = Unsigned(fields);
        signed.Add(Fields.Signature, Signature.Compute(ScriptName.ForCallback(target.Callback), signed, secret ?? target.PayoutSecret));
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

/// <summary>What tells one run from every other: no endpoint sees an order or a salt twice.</summary>
/// <param name="Name">Part of every order id: eight letters.</param>
/// <param name="Number">Decides which payment ids the run has.</param>
/// <param name="GetSalt">The salt of the run's n-th message.</param>
internal sealed record RunIdentity(string Name, long Number, Func<int, string> GetSalt);
