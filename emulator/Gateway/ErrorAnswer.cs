using System.Globalization;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>The answers that turn a request down, row by row of the vendor's table (E-1 to E-6). Pure.</summary>
internal static class ErrorAnswer
{
    private const string InvalidSignatureText = "Некорректная подпись запроса";
    private const string InvalidSignatureTextOfMerchantPaths = "invalid request signature";

    /// <summary>Any documented error (E-1).</summary>
    public static GatewayAnswer Create(int code, SignErrors switched, AnswerSigning signing, DateTimeOffset now)
    {
        var fields = Error(code, GatewayError.Get(code).Description);
        fields.Add(Fields.DateTime, WireDate.Iso(now));
        if (switched != SignErrors.Never)
            signing.Sign(fields);
        return new GatewayAnswer(fields, GetOutcome(code));
    }

    /// <summary>An invalid signature: each surface has its own way to say so (E-2, E-3, E-4).</summary>
    public static GatewayAnswer InvalidSignature(ApiGeneration surface, SignErrors switched, AnswerSigning signing, DateTimeOffset now)
    {
        if (surface == ApiGeneration.Gateway)
            return Create(GatewayError.InvalidSignature, switched, signing, now);

        var (code, text, status) = surface == ApiGeneration.Api
            ? (GatewayError.InvalidSignatureOrMerchant, InvalidSignatureText, StatusCodes.Status200OK)
            : (GatewayError.InvalidSignature, InvalidSignatureTextOfMerchantPaths, StatusCodes.Status401Unauthorized);
        return Bare(code, text, status, switched, signing);
    }

    /// <summary>An unknown merchant (E-5): there is no secret to sign with.</summary>
    public static GatewayAnswer UnknownMerchant(UnknownMerchantCode switched) =>
        new(Error((int)switched, GetText((int)switched)), GetOutcome((int)switched) + " unknown merchant");

    /// <summary>The status of a payout that there is not (E-6).</summary>
    public static GatewayAnswer PaymentNotFound(SignErrors switched, AnswerSigning signing) => Bare(
        GatewayError.PaymentNotFound,
        GatewayError.Get(GatewayError.PaymentNotFound).Description,
        StatusCodes.Status200OK,
        switched,
        signing);

    private static GatewayAnswer Bare(int code, string text, int status, SignErrors switched, AnswerSigning signing)
    {
        var fields = Error(code, text);
        if (switched == SignErrors.Always)
            signing.Sign(fields);
        return new GatewayAnswer(fields, GetOutcome(code), status);
    }

    // The vendor's table has no 101.
    private static string GetText(int code) => GatewayError.Find(code)?.Description ?? InvalidSignatureText;

    private static Parameters Error(int code, string text) => new()
    {
        { Fields.Status, "error" },
        { Fields.ErrorCode, code.ToString(CultureInfo.InvariantCulture) },
        { Fields.ErrorDescription, text },
    };

    private static string GetOutcome(int code) => string.Create(CultureInfo.InvariantCulture, $"error {code}");
}
