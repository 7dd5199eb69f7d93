using System.Net.Http.Headers;
using System.Text;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>Brings a check's callback to the endpoint, and what came back. No fault of the other side escapes as an exception.</summary>
internal sealed class CallbackCourier(CallbackTransport transport, VerifyTarget target)
{
    private const int MaxBodyBytes = 16 * 1024;
    private const string BrokenJson = "{\"pg_order_id\": ";

    private static readonly MediaTypeHeaderValue s_form = new("application/x-www-form-urlencoded");
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    public async Task<Reply> SendAsync(OutgoingCallback callback, CancellationToken stopping)
    {
        var response = await transport.SendAsync(CreateRequest(callback), target.Timeout, MaxBodyBytes, stopping);
        var reply = new Reply(response.Duration) { Status = response.Status, Fault = response.Fault };
        return response.Status is null
            ? reply
            : ReplyBody.Read(reply, Encoding.UTF8.GetString(response.Body.Span), target, RightSignature(callback.Fields));
    }

    private string? RightSignature(Parameters fields)
    {
        var right = Signature.Compute(ScriptName.ForCallback(target.Callback), fields, target.PayoutSecret);
        return string.Equals(fields[Fields.Signature], right, StringComparison.Ordinal) ? null : right;
    }

    private CallbackRequest CreateRequest(OutgoingCallback callback)
    {
        var link = new Uri(target.Callback);
        if (callback.Carrier == CallbackCarrier.Query)
        {
            var joint = link.Query.Length > 0 ? '&' : '?';
            var address = new Uri($"{link.GetLeftPart(UriPartial.Query)}{joint}{FormMessage.Write(callback.Fields)}");
            return new CallbackRequest(address, Content: null);
        }

        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(Body(callback)));
        content.Headers.ContentType = callback.Carrier == CallbackCarrier.BrokenJson ? s_json : s_form;
        return new CallbackRequest(link, content) { IsChunked = callback.Carrier == CallbackCarrier.ChunkedForm };
    }

    private static string Body(OutgoingCallback callback) => callback.Carrier switch
    {
        CallbackCarrier.Xml => FormMessage.Write(new Parameters { { Fields.Xml, XmlMessage.Write(Fields.Request, callback.Fields) } }),
        CallbackCarrier.BrokenJson => BrokenJson,
        _ => FormMessage.Write(callback.Fields),
    };
}
