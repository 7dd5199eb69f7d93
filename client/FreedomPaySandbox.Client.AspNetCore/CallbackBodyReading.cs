using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.Client.AspNetCore;

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
