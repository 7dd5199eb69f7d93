using System.Net.Http.Headers;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>A callback's body as fields, in any of the ways it may be sent: form, multipart form, or XML in <c>pg_xml</c>.</summary>
internal static class CallbackBody
{
    private static readonly MessageLimits s_limits = MessageLimits.Default with { MaxLength = CallbackReader.MaxBytes };

    public static MessageReadResult Read(string? contentType, ReadOnlySpan<byte> body)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            return MessageReadResult.Malformed("It has no content type.");
        if (type.CharSet is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return MessageReadResult.Malformed("It is not in UTF-8.");

        var reading = type.MediaType?.ToLowerInvariant() switch
        {
            "application/x-www-form-urlencoded" => FormMessage.Read(body, s_limits),
            "multipart/form-data" => MultipartMessage.Read(body, Boundary(type), s_limits),
            _ => MessageReadResult.Malformed("Its content type is not that of a form."),
        };
        return reading.Parameters?[Fields.Xml] is { } xml ? XmlMessage.Read(xml, Fields.Request, s_limits) : reading;
    }

    private static string Boundary(MediaTypeHeaderValue type) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"') ?? "";
}
