using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;
using HeaderNames = Microsoft.Net.Http.Headers.HeaderNames;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>Makes one attempt: posts a signed callback and notes what came back. No fault of the other side escapes as an exception.</summary>
internal sealed class CallbackSender(HttpMessageInvoker http, TimeProvider time)
{
    private const int MaxFaultText = 300;

    private static readonly System.Net.Http.Headers.MediaTypeHeaderValue s_form = new("application/x-www-form-urlencoded");

    /// <param name="due">The callback.</param>
    /// <param name="merchant">Whose it is.</param>
    /// <param name="at">The merchant's time.</param>
    /// <param name="stopping">Ends the attempt at once.</param>
    /// <exception cref="OperationCanceledException">The sandbox stops, or the merchant was emptied; the attempt counts as not made.</exception>
    public async Task<Attempt> SendAsync(LeasedCallback due, Merchant merchant, DateTimeOffset at, CancellationToken stopping)
    {
        var postLink = WebAddress.TryParse(due.Payout.PostLink)!;
        var form = due.Repeats ?? FormMessage.Write(CallbackMessage.Build(due.Payout, merchant, due.Balance, due.Salt, due.Tampering));
        var attempt = new Attempt { At = at, Address = postLink.Host, Sent = form, Duration = TimeSpan.Zero };
        var started = time.GetTimestamp();
        using var timeOut = new CancellationTokenSource(merchant.CallbackTimeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeOut.Token, stopping);
        try
        {
            using var request = Request(form, postLink.Uri, due.TraceParent);
            using var response = await http.SendAsync(request, ending.Token);
            var status = (int)response.StatusCode;
            var answer = await AnswerAsync(response, due, merchant, ending.Token);
            attempt = attempt with { Status = status, Location = GetLocation(response, merchant), Answer = answer.Text, AnswerSignature = answer.Signature };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            stopping.ThrowIfCancellationRequested();
            var kind = timeOut.IsCancellationRequested ? AttemptFault.TimedOut : GetKind(fault);
            attempt = attempt with { Fault = kind, FaultText = GetText(kind, fault, merchant) };
        }

        return attempt with { Duration = time.GetElapsedTime(started) };
    }

    private static HttpRequestMessage Request(string form, Uri postLink, string? traceParent)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(form));
        content.Headers.ContentType = s_form;
        var request = new HttpRequestMessage(HttpMethod.Post, postLink) { Content = content };
        if (LinkCredentials.GetBasic(postLink) is { } credentials)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        CallbackHeader.Put(request);
        if (traceParent is not null)
            request.Headers.TryAddWithoutValidation(HeaderNames.TraceParent, traceParent);
        return request;
    }

    // The status alone decides (N-5), so a body that breaks off or never ends costs its text and nothing else.
    private static async Task<MerchantAnswer> AnswerAsync(
        HttpResponseMessage response, LeasedCallback due, Merchant merchant, CancellationToken ending)
    {
        var buffer = new byte[MerchantAnswer.MaxBytes];
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

        return length == 0
            ? MerchantAnswer.None
            : MerchantAnswer.From(buffer.AsSpan(0, length), CallbackMessage.Script(due.Payout, merchant), merchant.Secrets, due.Payout.OrderId);
    }

    private static string? GetLocation(HttpResponseMessage response, Merchant merchant) =>
        response.Headers.Location?.OriginalString is { } location ? Redaction.Apply(location[..Math.Min(location.Length, MaxFaultText)], merchant.Secrets) : null;

    internal static AttemptFault GetKind(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is TargetForbiddenException)
                return AttemptFault.TargetForbidden;
            if (inner is TargetIsSandboxException)
                return AttemptFault.TargetIsSandbox;
            if (inner is CertificateRefusedException refused)
                return refused.Fault;
            if (inner is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData })
                return AttemptFault.NameNotFound;
        }

        return fault is HttpRequestException http
            ? http.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => AttemptFault.NameNotFound,
                HttpRequestError.ConnectionError => AttemptFault.NotConnected,
                HttpRequestError.SecureConnectionError => AttemptFault.TlsFailed,
                HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => AttemptFault.NotHttp,
                _ => AttemptFault.ConnectionLost,
            }
            : AttemptFault.ConnectionLost;
    }

    private static string GetText(AttemptFault kind, Exception fault, Merchant merchant)
    {
        if (kind == AttemptFault.TimedOut)
            return $"No answer within {merchant.CallbackTimeout.TotalSeconds:0.###} s.";
        var text = fault.GetBaseException() is { Message: { Length: > 0 } message } ? message : fault.Message;

        // It may quote what was received.
        return text.Length <= MaxFaultText
            ? Redaction.Apply(text, merchant.Secrets)
            : Redaction.OfBeginning(text[..MaxFaultText], merchant.Secrets) + "…";
    }
}

/// <summary>The certificate of an endpoint is not one to be trusted.</summary>
internal sealed class CertificateRefusedException(AttemptFault fault, string message) : Exception(message)
{
    public AttemptFault Fault { get; } = fault;
}

/// <summary>A callback's host resolved to one of the <see cref="ForbiddenTargets"/>.</summary>
/// <param name="reason">Which address that is, and what it is.</param>
internal sealed class TargetForbiddenException(string reason) : IOException($"{reason}. The sandbox does not call it.");

/// <summary>A callback's host resolved to one of the <see cref="OwnAddresses"/>.</summary>
internal sealed class TargetIsSandboxException() : IOException("This address is the sandbox's own, and a sandbox does not call itself back.");
