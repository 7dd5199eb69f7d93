using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>Which payout somebody asks about: by the gateway's number, by the merchant's order id, or by both, which must agree.</summary>
internal sealed record StatusQuestion(long? PaymentId, string? OrderId)
{
    /// <summary>Reads the fields of a method that must be told the order id (M-5, M-6).</summary>
    public static StatusQuestion? ByOrder(Parameters fields) => ByEither(fields) is { OrderId: not null } question ? question : null;

    /// <summary>Reads the fields, or says nothing when there is neither id, or one is repeated or malformed (E-7).</summary>
    public static StatusQuestion? ByEither(Parameters fields)
    {
        if (fields.GetCount(Fields.PaymentId) > 1 || fields.GetCount(Fields.OrderId) > 1)
            return null;

        // An id that is sent empty is one that was not given.
        var (payment, order) = (FieldValidation.Given(fields[Fields.PaymentId]), FieldValidation.Given(fields[Fields.OrderId]));
        if (payment is null)
            return order is null ? null : new StatusQuestion(null, order);
        return long.TryParse(payment, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new StatusQuestion(id, order) : null;
    }
}
