using System.Globalization;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A payout that is ready to run: what somebody needs who sees the sandbox for the first time.</summary>
/// <param name="Merchant">Whose payout it is.</param>
/// <param name="Address">Where the sandbox is.</param>
/// <param name="Curl">The signed call.</param>
internal sealed record SamplePayout(long Merchant, string Address, string Curl)
{
    public static SamplePayout From(Merchant merchant, string sandbox)
    {
        var card = TestCard.All[0].Number;
        var call = new SignCallReader().OfFields($"{sandbox}/g2g/p2p2nonreg",
        [
            $"{Fields.MerchantId}={merchant.Id.ToString(CultureInfo.InvariantCulture)}",
            $"{Fields.OrderId}=first-payout",
            $"{Fields.Amount}=100",
            $"{Fields.PaymentTo}={card}",
            $"{Fields.Description}=Hello",
            $"{Fields.PostLink}=http://localhost:9099/post",
        ]);
        return new SamplePayout(merchant.Id, sandbox, SignedCall.Sign(call!, new SignSecret(merchant.Secrets.Payout, "the merchant's")).Curl);
    }
}

/// <summary>The call that made a payout, to be made once more: signed anew, under an order id that is free.</summary>
/// <param name="Curl">The command.</param>
/// <param name="HasOtherCard">Whether it pays to a test card, because the number of the real one was not kept.</param>
internal sealed record RepeatedCall(string Curl, bool HasOtherCard)
{
    private static readonly string[] s_leftOut = [Fields.Signature, Fields.IdempotencyKey, Fields.Xml];

    /// <returns>The call, or nothing where what is kept of the first does not make one.</returns>
    public static RepeatedCall? From(Payout payout, JournalEntry? request, Merchant merchant, string sandbox)
    {
        if (request is null && payout.Method != PayoutMethod.ToCard)
            return null;
        var fields = request is null ? Kept(payout) : [.. request.Fields.Where(field => !s_leftOut.Contains(field.Name, StringComparer.Ordinal))];
        if (request is { FieldsLeftOut: > 0 } || fields.Any(field => field.Value.Contains(Redaction.Dots, StringComparison.Ordinal)))
            return null;

        var known = TestCard.All.FirstOrDefault(card => string.Equals(CardNumber.Mask(card.Number), payout.CardMask, StringComparison.Ordinal));
        var number = (known ?? TestCard.All[0]).Number;
        var words = fields.Select(field => $"{field.Name}={field.Name switch
        {
            Fields.PaymentTo => number,
            Fields.OrderId => $"{field.Value}-again",
            _ => field.Value,
        }}").ToList();
        var call = new SignCallReader().OfFields(sandbox + (request?.Path ?? "/g2g/p2p2nonreg"), words);
        return call is null
            ? null
            : new RepeatedCall(
                SignedCall.Sign(call, new SignSecret(merchant.Secrets.Payout, "the merchant's")).Curl,
                known is null && fields.Any(field => string.Equals(field.Name, Fields.PaymentTo, StringComparison.Ordinal)));
    }

    private static List<JournalField> Kept(Payout payout)
    {
        var fields = new List<JournalField>
        {
            new(Fields.MerchantId, payout.MerchantId.ToString(CultureInfo.InvariantCulture)),
            new(Fields.OrderId, payout.OrderId),
            new(Fields.Amount, payout.AmountText),
            new(Fields.Currency, payout.Currency),
            new(Fields.PaymentTo, payout.CardMask ?? ""),
        };
        Add(Fields.Description, payout.Description);
        Add(Fields.PostLink, payout.PostLink);
        Add(Fields.UserId, payout.UserId);
        return fields;

        void Add(string name, string? value)
        {
            if (value is not null)
                fields.Add(new JournalField(name, value));
        }
    }
}
