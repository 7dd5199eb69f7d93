using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class TamperingTests
{
    private static readonly Payout s_payout = new()
    {
        MerchantId = 9970,
        Epoch = 1,
        PaymentId = 2143041741,
        OrderId = "ORD1",
        Amount = new Amount(100_50),
        AmountText = "100.5",
        Commission = new Amount(1_01),
        BalanceAfter = Amount.FromUnits(1000),
        Currency = "KGS",
        Description = "Payout under test",
        Method = PayoutMethod.ToCard,
        Recipient = new MaskedRecipient("440564-XX-XXXX-6150", ""),
        PostLink = "http://shop.test/post",
        Reference = "PDLJ2H9M0VK6IF",
        CreatedAt = DateTimeOffset.UnixEpoch,
        SettlesAt = DateTimeOffset.UnixEpoch,
    };

    private static readonly Parameters s_true = Message(Tampering.None);

    [Fact]
    public void A_tampered_amount_was_multiplied_after_signing()
    {
        var message = Message(Tampering.TamperedAmount);

        Assert.Equal([(Fields.PaymentAmount, "1005.00"), (Fields.ToPay, "1015.10")], Differences(message));
        Assert.NotEqual(IndependentDigest.Compute("post", message, "sandbox-payout-secret"), message[Fields.Signature], StringComparer.Ordinal);
    }

    [Fact]
    public void A_wrong_signature_is_wrong_in_its_last_digit()
    {
        var (name, signature) = Assert.Single(Differences(Message(Tampering.WrongSignature)));

        Assert.Equal(Fields.Signature, name);
        Assert.Matches("^[0-9a-f]{32}$", signature);
        Assert.Equal(s_true[Fields.Signature]![..31], signature[..31]);
        Assert.NotEqual(IndependentDigest.Compute("post", s_true, "sandbox-payout-secret"), signature, StringComparer.Ordinal);
    }

    [Fact]
    public void Every_last_digit_is_changed()
    {
        foreach (var digit in "0123456789abcdef")
        {
            var changed = TamperedFields.WithWrongSignature(new Parameters { { Fields.Signature, $"0{digit}" } })[Fields.Signature]!;
            Assert.Matches("^0[0-9a-f]$", changed);
            Assert.NotEqual(digit, changed[1]);
        }
    }

    [Fact]
    public void An_unknown_order_is_rightly_signed()
    {
        var message = Message(Tampering.UnknownOrder);

        Assert.Equal(
            [(Fields.PaymentId, "6143041741"), (Fields.OrderId, "unknown-PDLJ2H9M0VK6"), (Fields.Signature, message[Fields.Signature]!)],
            Differences(message));
        AssertSigned(message);
    }

    [Fact]
    public void A_stale_salt_with_the_old_salt_is_the_same_byte_for_byte() => Assert.Empty(Differences(Message(Tampering.StaleSalt)));

    [Fact]
    public void An_error_after_ok_is_the_callback_of_a_failure_rightly_signed()
    {
        var message = Message(Tampering.ErrorAfterOk);

        Assert.Equal(
            [Fields.PaymentId, Fields.OrderId, Fields.CardHash, Fields.Status, Fields.Balance, Fields.PaymentAmount, Fields.ToPay, Fields.MerchantId,
                Fields.PaymentDate, Fields.ErrorCode, Fields.ErrorDescription, Fields.Salt, Fields.Signature],
            message.Select(field => field.Name),
            StringComparer.Ordinal);
        Assert.Equal(
            ("error", "10001", "Ошибка оплаты. Обратитесь в банк выпустивший карту", "2143041741"),
            (message[Fields.Status], message[Fields.ErrorCode], message[Fields.ErrorDescription], message[Fields.PaymentId]));
        AssertSigned(message);
    }

    [Fact]
    public void Forged_is_what_the_gateway_would_never_send() => Assert.Equal(
        [Tampering.TamperedAmount, Tampering.WrongSignature, Tampering.UnknownOrder], Enum.GetValues<Tampering>().Where(tampering => tampering.IsForged));

    private static Parameters Message(Tampering tampering) => CallbackMessage.Build(s_payout, Merchant.Default, Amount.FromUnits(1000), "salt", tampering);

    private static List<(string Name, string Value)> Differences(Parameters message)
    {
        Assert.Equal(s_true.Select(field => field.Name), message.Select(field => field.Name), StringComparer.Ordinal);
        return [.. message.Zip(s_true).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => (pair.First.Name, pair.First.Value))];
    }

    private static void AssertSigned(Parameters message) =>
        Assert.Equal(IndependentDigest.Compute("post", message, "sandbox-payout-secret"), message[Fields.Signature]);
}
