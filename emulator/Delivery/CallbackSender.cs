using System.Net.Http.Headers;
using System.Text;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>
/// Makes one attempt: posts a signed callback and notes what came back. No fault of the other side escapes as an exception.
/// </summary>
internal sealed class CallbackSender(HttpMessageInvoker http, TimeProvider time)
{
    private const int MaxFaultText = 300;

    private static readonly MediaTypeHeaderValue s_form = new("application/x-www-form-urlencoded");

    private readonly CallbackTransport _transport = new(http, CallbackHeader.Own, time);

    /// <param name="due">The callback.</param>
    /// <param name="merchant">Whose it is.</param>
    /// <param name="at">The merchant's time.</param>
    /// <param name="stopping">Ends the attempt at once.</param>
    /// <exception cref="OperationCanceledException">The sandbox stops, or the merchant was emptied; the attempt counts as not
    /// made.</exception>
    public async Task<Attempt> SendAsync(LeasedCallback due, Merchant merchant, DateTimeOffset at, CancellationToken stopping)
    {
        var postLink = WebAddress.TryParse(due.Payout.PostLink)!;
        var form = due.Repeats ?? FormMessage.Write(CallbackMessage.Build(due.Payout, merchant, due.Balance, due.Salt, due.Tampering));
        var request = CreateRequest(form, postLink.Uri, due.TraceParent);
        var response = await _transport.SendAsync(request, merchant.CallbackTimeout, MerchantAnswer.MaxBytes, stopping);
        var answer = GetAnswer(response.Body.Span, due, merchant);
        return new Attempt
        {
            At = at,
            Address = postLink.Host,
            Sent = form,
            Status = response.Status,
            Location = GetLocation(response.Location, merchant),
            Answer = answer.Text,
            AnswerSignature = answer.Signature,
            Fault = response.Fault,
            FaultText = GetFaultText(response, merchant),
            Duration = response.Duration,
        };
    }

    private static CallbackRequest CreateRequest(string form, Uri postLink, string? traceParent)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(form));
        content.Headers.ContentType = s_form;
        return new CallbackRequest(postLink, content) { BasicCredentials = LinkCredentials.GetBasic(postLink), TraceParent = traceParent };
    }

    private static MerchantAnswer GetAnswer(ReadOnlySpan<byte> body, LeasedCallback due, Merchant merchant) => body.Length == 0
        ? MerchantAnswer.None
        : MerchantAnswer.From(body, CallbackMessage.Script(due.Payout, merchant), merchant.Secrets, due.Payout.OrderId);

    private static string? GetLocation(string? location, Merchant merchant) =>
        location is null ? null : Redaction.Apply(location[..Math.Min(location.Length, MaxFaultText)], merchant.Secrets);

    private static string? GetFaultText(in CallbackResponse response, Merchant merchant)
    {
        if (response.Fault == AttemptFault.TimedOut)
            return $"No answer within {merchant.CallbackTimeout.TotalSeconds:0.###} s.";

        // It may quote what was received.
        return response.FaultText switch
        {
            null => null,
            { Length: <= MaxFaultText } text => Redaction.Apply(text, merchant.Secrets),
            var text => Redaction.OfBeginning(text[..MaxFaultText], merchant.Secrets) + "…",
        };
    }
}
