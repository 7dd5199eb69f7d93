using System.Text;

namespace FreedomPaySandbox.Client;

/// <summary>The text of an answer, read no further than an answer can be long.</summary>
internal static class AnswerBody
{
    public const int MaxBytes = 64 * 1024;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="MalformedAnswerException">It is too long, or not UTF-8.</exception>
    public static async Task<string> ReadAsync(HttpContent content, GatewayOperation operation, CancellationToken cancellation)
    {
        var body = new byte[MaxBytes + 1];
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
        if (length > MaxBytes)
            throw operation.Malformed($"it is longer than {MaxBytes} bytes; check BaseAddress.");
        try
        {
            return s_strict.GetString(body.AsSpan(0, length));
        }
        catch (DecoderFallbackException)
        {
            throw operation.Malformed("it is not UTF-8; check BaseAddress.");
        }
    }
}
