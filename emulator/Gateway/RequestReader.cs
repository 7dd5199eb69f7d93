using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>Reads a request in any of the five ways it may be sent (T-1 to T-5), bounded in size, never more than once.</summary>
internal static class RequestReader
{
    public static readonly MessageLimits Limits = MessageLimits.Default;

    /// <summary>So many times the longest body may one that is refused be, for its sender to see the answer.</summary>
    private const int MostDrained = 8;

    private const string UrlEncoded = "application/x-www-form-urlencoded";

    private static readonly Func<ReadOnlySequence<byte>, MessageReadResult> s_readForm = body => FormMessage.Read(Span(body), Limits);

    public static async Task<RequestReading> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return HttpMethods.IsGet(request.Method)
                ? Unwrap(RequestReading.From(FormMessage.Read(Query(request), Limits)))
                : Unwrap(await ReadBodyAsync(request, cancellation));
        }
        catch (BadHttpRequestException fault)
        {
            return RequestReading.Refused(fault.StatusCode, fault.Message);
        }
    }

    // T-4: one parameter holds the whole request as XML.
    private static RequestReading Unwrap(RequestReading reading) =>
        reading.Fields?[Fields.Xml] is { } xml
            ? RequestReading.From(XmlMessage.Read(xml, Fields.Request, Limits))
            : reading;

    private static byte[] Query(HttpRequest request) => Encoding.UTF8.GetBytes(request.QueryString.Value?.TrimStart('?') ?? "");

    private static async Task<RequestReading> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > Limits.MaxLength)
            return TooLargeUnread(request);
        if (request.ContentType is null && request.ContentLength is null or 0 && request.Headers.TransferEncoding.Count == 0)
            return RequestReading.From(MessageReadResult.WellFormed([]));
        if (string.Equals(request.ContentType, UrlEncoded, StringComparison.OrdinalIgnoreCase))
            return await BufferAsync(request, s_readForm, cancellation);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return Unsupported();
        if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return RequestReading.Refused(StatusCodes.Status415UnsupportedMediaType, "The gateway reads UTF-8 only; send charset=utf-8 or none.");

        return GetReader(type) is { } read ? await BufferAsync(request, read, cancellation) : Unsupported();
    }

    private static Func<ReadOnlySequence<byte>, MessageReadResult>? GetReader(MediaTypeHeaderValue type) => type.MediaType.Value?.ToLowerInvariant() switch
    {
        "multipart/form-data" => body => MultipartMessage.Read(Span(body), HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? "", Limits),
        UrlEncoded => s_readForm,
        "application/json" => body => JsonMessage.Read(body.IsSingleSegment ? body.First : body.ToArray(), Limits),
        _ => null,
    };

    private static ReadOnlySpan<byte> Span(in ReadOnlySequence<byte> body) => body.IsSingleSegment ? body.FirstSpan : body.ToArray();

    private static async Task<RequestReading> BufferAsync(
        HttpRequest request, Func<ReadOnlySequence<byte>, MessageReadResult> read, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await request.BodyReader.ReadAsync(cancellation);
            if (result.Buffer.Length > Limits.MaxLength)
            {
                request.BodyReader.AdvanceTo(result.Buffer.End);
                return TooLarge();
            }

            if (result.IsCompleted)
            {
                var reading = RequestReading.From(read(result.Buffer));
                request.BodyReader.AdvanceTo(result.Buffer.End);
                return reading;
            }

            request.BodyReader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    // The web server reads what is left of it after the answer, up to a bound; hanging up at once, it would take the answer from a client
    // that still sends.
    private static RequestReading TooLargeUnread(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = MostDrained * Limits.MaxLength;
        return TooLarge();
    }

    private static RequestReading TooLarge() => RequestReading.Refused(
        StatusCodes.Status413PayloadTooLarge, $"The request is longer than {Limits.MaxLength} bytes.");

    private static RequestReading Unsupported() => RequestReading.Refused(
        StatusCodes.Status415UnsupportedMediaType,
        "Send multipart/form-data, application/x-www-form-urlencoded or application/json; or a GET with a query string.");
}

/// <summary>What reading a request came to: its fields, or why there are none.</summary>
internal readonly record struct RequestReading(Parameters? Fields, HttpRefusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Fields))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Fields is not null;

    public static RequestReading From(MessageReadResult reading) => reading.IsWellFormed
        ? new RequestReading(reading.Parameters, null)
        : new RequestReading(null, HttpRefusal.Malformed(reading.Problem));

    public static RequestReading Refused(int status, string text) => new(null, new HttpRefusal(status, text));
}
