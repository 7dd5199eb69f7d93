using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>A callback's way, whatever it is about: read, verified, handed over, and only then answered.</summary>
internal sealed class CallbackReception(CallbackKind kind, Uri? publicUrl, ILogger log)
{
    public async Task ReceiveAsync(HttpContext context)
    {
        var url = publicUrl ?? GetUrl(context);
        var gone = context.RequestAborted;
        try
        {
            var body = await CallbackBodyReading.ReadAsync(context.Request, gone);
            var reading = kind.Read(url, context.Request.ContentType, body);
            if (reading is CallbackProblem problem)
            {
                CallbackLog.Refused(log, kind.Name, problem.Kind, problem.Text);
                await WriteAsync(context, StatusCodes.Status400BadRequest, "text/plain; charset=utf-8", problem.Text);
                return;
            }

            await kind.HandOverAsync(context, reading);
            await WriteAsync(context, StatusCodes.Status200OK, CallbackAnswer.ContentType, kind.Taken(url));
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
            CallbackLog.NotStored(log, kind.Name, fault);
            if (!context.Response.HasStarted)
                await WriteAsync(context, StatusCodes.Status500InternalServerError, "text/plain; charset=utf-8", "The callback was not stored. Send it again.");
        }
    }

    // As the caller wrote it, because that is what is signed: the decoded path is another text.
    private static Uri GetUrl(HttpContext context) =>
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

/// <summary>Reads the body of a callback, and one byte more than it may have at most, so that an overlong one is known for one.</summary>
internal static class CallbackBodyReading
{
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var body = new byte[CallbackReader.MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
        return body.AsMemory(0, length);
    }
}

/// <summary>What callbacks of payouts and those of saved cards do not have in common.</summary>
/// <param name="Name">What it is called in the log.</param>
/// <param name="Read">Reads and verifies one.</param>
/// <param name="Taken">Writes the answer to one that was taken.</param>
/// <param name="HandOverAsync">Hands one over that is no problem, and ends when it is stored.</param>
internal sealed record CallbackKind(
    string Name,
    Func<Uri, string?, ReadOnlyMemory<byte>, CallbackReadResult> Read,
    Func<Uri, string> Taken,
    Func<HttpContext, CallbackReadResult, Task> HandOverAsync);

/// <summary>What is logged of callbacks: no secret, no value of a message that was not believed.</summary>
internal static partial class CallbackLog
{
    [LoggerMessage(1, LogLevel.Warning, "A {Name} callback was refused, {Kind}: {Text}")]
    public static partial void Refused(ILogger log, string name, CallbackProblemKind kind, string text);

    [LoggerMessage(2, LogLevel.Error, "A {Name} callback was not stored and will be sent again.")]
    public static partial void NotStored(ILogger log, string name, Exception fault);
}
