using System.Text;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>Reads <c>multipart/form-data</c> (T-1): one part a field; files are refused, the protocol has none.</summary>
internal static class MultipartReading
{
    private const int MaxBoundary = 200;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<RequestReading> ReadAsync(
        HttpRequest request, MediaTypeHeaderValue type, MessageLimits limits, CancellationToken cancellation)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        if (boundary.Length is 0 or > MaxBoundary)
            return Malformed("The multipart form has no boundary, or an overlong one.");

        try
        {
            var fields = new FieldCollector(limits);
            var reader = new MultipartReader(boundary.Value!, request.Body) { BodyLengthLimit = limits.MaxLength };
            var length = 0;
            while (await reader.ReadNextSectionAsync(cancellation) is { } part)
            {
                var value = await TextAsync(part.Body, limits.MaxLength - length, cancellation);
                length += value?.Length ?? 0;
                if (value is null)
                    return RequestReading.Refused(StatusCodes.Status413PayloadTooLarge, $"The request is longer than {limits.MaxLength} bytes.");
                if (Name(part, fields) is not { } name || !fields.Add(name, s_strict.GetString(value)))
                    break;
            }

            return RequestReading.Of(fields.Reading);
        }
        catch (DecoderFallbackException)
        {
            return Malformed("A part of the multipart form is not UTF-8.");
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Malformed("The multipart form is malformed or breaks off before its last boundary.");
        }
    }

    private static string? Name(MultipartSection part, FieldCollector fields)
    {
        var disposition = part.GetContentDispositionHeader();
        var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default);
        if (name.Length > 0 && disposition!.FileName.Length == 0 && disposition.FileNameStar.Length == 0)
            return name.Value;

        fields.Refuse("A part of the multipart form has no name, or is a file; send plain fields.");
        return null;
    }

    private static async Task<byte[]?> TextAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        var buffer = new byte[1024];
        while (await body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            text.Write(buffer, 0, read);
            if (text.Length > limit)
                return null;
        }

        return text.ToArray();
    }

    private static RequestReading Malformed(string text) => RequestReading.Refused(StatusCodes.Status400BadRequest, text);
}
