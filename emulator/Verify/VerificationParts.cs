using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Findings;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Verification;
using FreedomPaySandbox.Verification.Callbacks;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>Creates the parts of a verification from the sandbox's merchant, seed and way of sending callbacks.</summary>
internal static class VerificationParts
{
    public static VerifyTarget CreateTarget(string callback, Merchant merchant) => new(callback, merchant.Id, merchant.Secrets.Payout)
    {
        Timeout = merchant.CallbackTimeout,
        Limit = CallbackDetector.Slow,
        UtcOffset = merchant.UtcOffset,
        Texts = new MerchantTextSanitizer(merchant.Secrets),
    };

    public static CallbackCourier CreateCourier(HttpMessageInvoker http, VerifyTarget target, TimeProvider time) =>
        new(new CallbackTransport(http, CallbackHeader.Own, time), target);

    public static VerifyOrders CreateOrders(VerifyTarget target, Seed seed, DateTimeOffset now) => new(
        target,
        new RunIdentity(seed.Ticket(0)[..8], seed.PaymentId(target.MerchantId, 0), number => seed.Salt("verify", number)),
        now);
}

/// <summary>Masks a merchant's secrets and card numbers in texts that a verification quotes.</summary>
internal sealed class MerchantTextSanitizer(MerchantSecrets secrets) : ITextSanitizer
{
    public string Redact(string text) => Redaction.Apply(text, secrets);

    public string RedactBeginning(string text) => Redaction.OfBeginning(text, secrets);

    public string ToLine(string text) => TerminalText.Line(text);
}
