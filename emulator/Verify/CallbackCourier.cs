using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>Brings a check's callback to the endpoint, and what came back. No fault of the other side escapes as an exception.</summary>
internal sealed class CallbackCourier(HttpMessageInvoker http, VerifyTarget target, TimeProvider time)
{
    private const int MaxBodyBytes = 16 * 1024;
    private const string BrokenJson = "{\"pg_order_id\": ";

    private static readonly MediaTypeHeaderValue s_form = new("application/x-www-form-urlencoded");
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    public async Task<Reply> SendAsync(OutgoingCallback callback, CancellationToken stopping)
    {
        var started = time.GetTimestamp();
        using var timeOut = new CancellationTokenSource(target.Merchant.CallbackTimeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeOut.Token, stopping);
        try
        {
            using var request = Request(callback);
            CallbackHeader.Put(request);
            using var response = await http.SendAsync(request, ending.Token);
            var body = await BodyAsync(response, ending.Token);
            var reply = new Reply(time.GetElapsedTime(started)) { Status = (int)response.StatusCode };
            return ReplyBody.Read(reply, body, target.Merchant.Secrets, RightSignature(callback.Fields));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            stopping.ThrowIfCancellationRequested();
            var kind = timeOut.IsCancellationRequested ? AttemptFault.TimedOut : CallbackSender.GetKind(fault);
            return new Reply(time.GetElapsedTime(started)) { Fault = kind };
        }
    }

    private string? RightSignature(Parameters fields)
    {
        var right = Signature.Compute(ScriptName.ForCallback(target.Callback), fields, target.Merchant.Secrets.Payout);
        return string.Equals(fields[Fields.Signature], right, StringComparison.Ordinal) ? null : right;
    }

    private HttpRequestMessage Request(OutgoingCallback callback)
    {
        var link = new Uri(target.Callback);
        if (callback.Carrier == CallbackCarrier.Query)
        {
            var joint = link.Query.Length > 0 ? '&' : '?';
            return new HttpRequestMessage(HttpMethod.Get, new Uri($"{link.GetLeftPart(UriPartial.Query)}{joint}{FormMessage.Write(callback.Fields)}"));
        }

        var request = new HttpRequestMessage(HttpMethod.Post, link)
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes(Body(callback))),
        };
        request.Content.Headers.ContentType = callback.Carrier == CallbackCarrier.BrokenJson ? s_json : s_form;
        if (callback.Carrier == CallbackCarrier.ChunkedForm)
            request.Headers.TransferEncodingChunked = true;
        return request;
    }

    private static string Body(OutgoingCallback callback) => callback.Carrier switch
    {
        CallbackCarrier.Xml => FormMessage.Write(new Parameters { { Fields.Xml, XmlMessage.Write(Fields.Request, callback.Fields) } }),
        CallbackCarrier.BrokenJson => BrokenJson,
        _ => FormMessage.Write(callback.Fields),
    };

    // The status alone decides (N-5), so a body that breaks off or never ends costs its text and nothing else.
    private static async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken ending)
    {
        var buffer = new byte[MaxBodyBytes];
        var length = 0;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(ending);
            while (length < buffer.Length && await body.ReadAsync(buffer.AsMemory(length), ending) is > 0 and var read)
                length += read;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            // What came before is kept.
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
