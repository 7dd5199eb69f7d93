using System.Net.Sockets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Signs a message, sends it once, and brings back what may be believed of the answer.</summary>
internal sealed class GatewayExchange(HttpClient http, FreedomPayOptions options, TimeProvider time)
{
    private const int FirstServerError = 500;

    /// <exception cref="PayoutException">Nothing was sent, or what came back is no answer.</exception>
    /// <exception cref="InvalidOperationException">The operation needs a secret that was not set.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ExchangeResult> SendAsync(GatewayOperation operation, Parameters fields, CancellationToken cancellation)
    {
        var (address, secret) = (GetAddress(operation), operation.GetSecret(options));
        using var form = new SignedForm(Sign(operation, fields, secret));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ending.Token);
            if ((int)response.StatusCode >= FirstServerError)
                return new ExchangeResult.NotAnswered(UnknownReason.HttpError, (int)response.StatusCode);

            AnswerHead.Require(response, address, operation);
            var body = await AnswerBody.ReadAsync(response.Content, operation, ending.Token);
            return new ExchangeResult.Answered(AnswerHead.IsRefusal(response, operation)
                ? SignedAnswer.ReadRefusal(body, operation)
                : SignedAnswer.Read(body, operation, secret));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!form.MayHaveBeenSent)
                throw operation.Unreachable(options.BaseAddress!, fault);
            if (fault is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded })
                throw operation.Malformed("it is not HTTP, or its headers are too long; check BaseAddress.", fault);
            return new ExchangeResult.NotAnswered(
                timeout.IsCancellationRequested || fault is OperationCanceledException ? UnknownReason.TimedOut : UnknownReason.AnswerLost);
        }
    }

    private Parameters Sign(GatewayOperation operation, Parameters fields, string secret)
    {
        var signed = new Parameters(fields) { { Fields.Salt, options.NewSalt() } };
        signed.Add(Fields.Signature, Signature.Compute(operation.Script, signed, secret));
        return signed;
    }

    private Uri GetAddress(GatewayOperation operation) => new(options.BaseAddress!.AbsoluteUri.TrimEnd('/') + operation.Path);
}

/// <summary>What sending a call came to, when it is no accident that throws.</summary>
internal abstract record ExchangeResult
{
    /// <summary>An answer that may be believed.</summary>
    public sealed record Answered(Parameters Fields) : ExchangeResult;

    /// <summary>The call went out, and nothing that may be believed came back.</summary>
    public sealed record NotAnswered(UnknownReason Why, int? HttpStatus = null) : ExchangeResult;
}
