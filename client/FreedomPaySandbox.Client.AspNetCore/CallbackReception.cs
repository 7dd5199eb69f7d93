using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>A callback's way: read, verified, looked up, handed over, remembered, and only then answered.</summary>
internal sealed class CallbackReception(
    CallbackReader reader,
    CallbackAnswer answer,
    ICallbackMemory memory,
    Uri? publicUrl,
    ScopedPayoutCallbackHandler handler,
    ILogger log)
{
    private readonly CallbackTurns _turns = new();

    public async Task ReceiveAsync(HttpContext context)
    {
        var url = publicUrl ?? UrlOf(context);
        var gone = context.RequestAborted;
        try
        {
            var body = await CallbackBodyReading.ReadAsync(context.Request, gone);
            switch (reader.Read(url, context.Request.ContentType, body))
            {
                case Callback callback:
                    await HandOverAsync(callback, context);
                    await WriteAsync(context, StatusCodes.Status200OK, CallbackAnswer.ContentType, answer.Taken(url));
                    break;
                case CallbackProblem problem:
                    CallbackLog.Refused(log, problem.Kind, problem.Text);
                    await WriteAsync(context, StatusCodes.Status400BadRequest, "text/plain; charset=utf-8", problem.Text);
                    break;
            }
        }
        catch (Exception fault) when (gone.IsCancellationRequested && fault is OperationCanceledException or IOException)
        {
            // The gateway has hung up, and will come again.
        }
        catch (BadHttpRequestException fault)
        {
            await WriteAsync(context, fault.StatusCode, "text/plain; charset=utf-8", "The body of the request cannot be read.");
        }
#pragma warning disable CA1031 // Whatever broke, the gateway must not be told that the callback was taken.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            CallbackLog.NotStored(log, fault);
            if (!context.Response.HasStarted)
                await WriteAsync(context, StatusCodes.Status500InternalServerError, "text/plain; charset=utf-8", "The callback was not stored. Send it again.");
        }
    }

    private async Task HandOverAsync(Callback callback, HttpContext context)
    {
        using var turn = await _turns.TakeAsync(CallbackIdentity.Of(callback), context.RequestAborted);
        var isRepeat = await memory.KnowsAsync(callback, context.RequestAborted);
        await handler(context.RequestServices, callback, isRepeat, context.RequestAborted);

        // It is stored, whether or not the gateway still waits to hear it.
        if (!isRepeat)
            await memory.RememberAsync(callback, CancellationToken.None);
    }

    // As it was written by whoever called, because that is what is signed: the decoded path is another text.
    private static Uri UrlOf(HttpContext context) =>
        context.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } target && Uri.TryCreate(target, UriKind.RelativeOrAbsolute, out var raw)
            ? raw
            : new Uri(context.Request.PathBase.Add(context.Request.Path).ToUriComponent(), UriKind.Relative);

    private static async Task WriteAsync(HttpContext context, int status, string contentType, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
