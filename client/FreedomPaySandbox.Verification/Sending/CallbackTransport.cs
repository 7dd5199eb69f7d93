using System.Net.Http.Headers;
using System.Net.Sockets;

namespace FreedomPaySandbox.Verification.Sending;

/// <summary>Sends one callback over HTTP and notes what came back. No fault of the other side escapes as an exception.</summary>
/// <param name="http">Sends the request.</param>
/// <param name="sender">The value of <see cref="SenderHeader"/>, by which this process knows its own callbacks.</param>
/// <param name="time">Measures durations and timeouts.</param>
internal sealed class CallbackTransport(HttpMessageInvoker http, string sender, TimeProvider time)
{
    /// <summary>Every callback of a sandbox carries this header, so a sandbox can refuse one that comes back to it.</summary>
    public const string SenderHeader = "X-Sandbox-Callback";

    private const string TraceHeader = "traceparent";

    /// <param name="callback">What is sent, and where to.</param>
    /// <param name="timeout">How long the answer may take.</param>
    /// <param name="maxBody">How many bytes of the answer's body are read.</param>
    /// <param name="stopping">Ends the attempt at once.</param>
    /// <exception cref="OperationCanceledException">The sender stops before an answer came.</exception>
    public async Task<CallbackResponse> SendAsync(CallbackRequest callback, TimeSpan timeout, int maxBody, CancellationToken stopping)
    {
        var started = time.GetTimestamp();
        using var timeOut = new CancellationTokenSource(timeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeOut.Token, stopping);
        CallbackResponse answer;
        try
        {
            using var request = CreateMessage(callback);
            using var response = await http.SendAsync(request, ending.Token);
            var status = (int)response.StatusCode;
            var buffer = new byte[maxBody];
            var length = 0;
            try
            {
                await using var body = await response.Content.ReadAsStreamAsync(ending.Token);
                while (length < buffer.Length && await body.ReadAsync(buffer.AsMemory(length), ending.Token) is > 0 and var read)
                    length += read;
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
            {
                // The status alone decides (N-5). A body that breaks off or never ends keeps what came before.
            }

            var location = response.Headers.Location?.OriginalString;
            answer = new CallbackResponse { Status = status, Location = location, Body = buffer.AsMemory(0, length) };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            stopping.ThrowIfCancellationRequested();
            var kind = timeOut.IsCancellationRequested ? AttemptFault.TimedOut : GetKind(fault);
            var text = fault.GetBaseException() is { Message: { Length: > 0 } message } ? message : fault.Message;
            answer = new CallbackResponse { Fault = kind, FaultText = text };
        }

        return answer with { Duration = time.GetElapsedTime(started) };
    }

    private HttpRequestMessage CreateMessage(in CallbackRequest callback)
    {
        var method = callback.Content is null ? HttpMethod.Get : HttpMethod.Post;
        var message = new HttpRequestMessage(method, callback.Address) { Content = callback.Content };
        if (callback.BasicCredentials is { } credentials)
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        if (callback.IsChunked)
            message.Headers.TransferEncodingChunked = true;
        message.Headers.TryAddWithoutValidation(SenderHeader, sender);
        if (callback.TraceParent is { } trace)
            message.Headers.TryAddWithoutValidation(TraceHeader, trace);
        return message;
    }

    private static AttemptFault GetKind(Exception fault)
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
}

/// <summary>A callback as it is sent.</summary>
/// <param name="Address">Where it goes.</param>
/// <param name="Content">The body of a POST; a callback without one is a GET.</param>
internal readonly record struct CallbackRequest(Uri Address, HttpContent? Content)
{
    /// <summary>Whether the body goes in chunks, and no header says how long it is.</summary>
    public bool IsChunked { get; init; }

    /// <summary>Sent as HTTP Basic authentication.</summary>
    public string? BasicCredentials { get; init; }

    /// <summary>The trace that the callback belongs to (W3C traceparent).</summary>
    public string? TraceParent { get; init; }
}

/// <summary>What came back to a callback, as it came: nothing is masked yet.</summary>
internal readonly record struct CallbackResponse
{
    /// <summary>The HTTP status; none when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Where a redirect would have led.</summary>
    public string? Location { get; init; }

    /// <summary>The beginning of the body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Why no answer came.</summary>
    public AttemptFault Fault { get; init; }

    /// <summary>What the network said of the fault. It may quote what was received.</summary>
    public string? FaultText { get; init; }

    public TimeSpan Duration { get; init; }
}
