using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Payouts.Bank;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway.Operations;

/// <summary>
/// A payout to a bank account: <c>/g2g/to_iban</c> and <c>/api/to_iban</c> (M-1), and their older form <c>/api/iban_payout</c> (M-10).
/// </summary>
internal sealed class PayToIban(PayoutResponder payouts) : IGatewayMethod
{
    private const int MaxName = 255;

    public IReadOnlyList<GatewayOperation> Operations =>
    [
        GatewayOperation.Gateway("to_iban", (request, cancellation) => payouts.AnswerAsync(request, Read(request.Fields, request.Merchant, ApiGeneration.Gateway), cancellation)),
        GatewayOperation.Api("to_iban", (request, cancellation) => payouts.AnswerAsync(request, Read(request.Fields, request.Merchant, ApiGeneration.Api), cancellation)),
        GatewayOperation.Api("iban_payout", (request, cancellation) => payouts.AnswerAsync(request, ReadOlder(request.Fields, request.Merchant), cancellation)),
    ];

    /// <summary>The newer form; on the older paths it must say what the payout is for.</summary>
    public static PayoutRequest? Read(Parameters fields, Merchant merchant, ApiGeneration generation) =>
        PayoutRequest.Create(PayoutMethod.ToIban, fields, merchant.Secrets) is { PostLink: not null } request
        && (request.Description is not null || generation == ApiGeneration.Gateway)
        && TransferCodes.IsKbe(Once(fields, Fields.RecipientKbe))
        && TransferCodes.IsKnp(Once(fields, Fields.PurposeCode))
            ? To(request, fields, merchant, Fields.RecipientIin, Fields.BankBik)
            : null;

    /// <summary>The older form, which need not be called back.</summary>
    public static PayoutRequest? ReadOlder(Parameters fields, Merchant merchant) =>
        PayoutRequest.Create(PayoutMethod.OlderToIban, fields, merchant.Secrets) is { Description: not null, UserId: not null } request
            ? To(request with { Page = new HostedPageOptions(BackLink: null, Framed: false) }, fields, merchant, Fields.RecipientIinOrBin, Fields.RecipientBankBic)
            : null;

    private static PayoutRequest? To(PayoutRequest request, Parameters fields, Merchant merchant, string owner, string bank) =>
        FieldValidation.Text(fields, Fields.RecipientName, MaxName) is not null
        && BankDetails.TryParse(
            Once(fields, Fields.RecipientIban), Once(fields, owner), Once(fields, bank), merchant.Switches.StrictBankDetails) is { } details
            ? request with { Recipient = MaskedRecipient.OfIban(details.Iban, merchant.Secrets) }
            : null;

    private static string? Once(Parameters fields, string name) => FieldValidation.Text(fields, name, int.MaxValue);
}
