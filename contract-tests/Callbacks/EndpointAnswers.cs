using System.Text;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>The ways, good and bad, in which merchants answer callbacks.</summary>
internal static class EndpointAnswers
{
    public static EndpointAnswer Ok { get; } = Status(StatusCodes.Status200OK);

    /// <summary>Ends the connection instead of answering.</summary>
    public static EndpointAnswer Close { get; } = context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    public static EndpointAnswer Status(int status, string body = "") => context =>
    {
        context.Response.StatusCode = status;
        return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body, context.RequestAborted);
    };

    public static EndpointAnswer Redirect(string to, int status = StatusCodes.Status302Found) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    };

    /// <summary>Says nothing until released, or until the caller has gone.</summary>
    public static EndpointAnswer Hang(Task released, EndpointAnswer? then = null) => async context =>
    {
        await released.WaitAsync(context.RequestAborted);
        await (then ?? Ok)(context);
    };

    /// <summary>A body of a known size, of one repeated letter.</summary>
    public static EndpointAnswer Sized(int length) => async context =>
    {
        context.Response.ContentLength = length;
        await RepeatAsync(context, length);
    };

    /// <summary>A body in chunks, whose end no header tells.</summary>
    public static EndpointAnswer Chunked(params string[] chunks) => async context =>
    {
        foreach (var chunk in chunks)
        {
            await context.Response.WriteAsync(chunk, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    };

    /// <summary>Writes until the caller goes, which it then reports.</summary>
    public static EndpointAnswer Endless(TaskCompletionSource callerWent) => async context =>
    {
        try
        {
            await RepeatAsync(context, long.MaxValue);
        }
        finally
        {
            callerWent.TrySetResult();
        }
    };

    public static EndpointAnswer Header(string name, string value) => context =>
    {
        context.Response.Headers.Append(name, value);
        return Task.CompletedTask;
    };

    private static async Task RepeatAsync(HttpContext context, long length)
    {
        var block = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
        for (var left = length; left > 0; left -= block.Length)
            await context.Response.Body.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), context.RequestAborted);
    }
}
