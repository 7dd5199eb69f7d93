using System.Buffers;
using System.Net;
using System.Text;

namespace FreedomPaySandbox.Protocol;

/// <summary>A message as <c>application/x-www-form-urlencoded</c>: a form's body (T-2) or a query string (T-3).</summary>
public static class FormMessage
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a message; nested fields become <c>name[sub]</c> (T-6).</summary>
    /// <param name="parameters">The fields, in the order in which they shall stand.</param>
    /// <returns>The encoded form, ASCII only.</returns>
    public static string Write(Parameters parameters)
    {
        var form = new StringBuilder(512);
        Write(form, parameters, prefix: null);
        return form.ToString();
    }

    /// <summary>Reads an encoded form. <c>+</c> and <c>%20</c> are spaces; a stray <c>%</c> stands for itself, as in PHP.</summary>
    /// <param name="form">The body, or the query string without its question mark.</param>
    /// <param name="limits">How much to take, or <see langword="null"/> for the default.</param>
    /// <returns>The fields, or what is wrong.</returns>
    public static MessageReadResult Read(ReadOnlySpan<byte> form, MessageLimits? limits = null)
    {
        limits ??= MessageLimits.Default;
        if (form.Length > limits.MaxLength)
            return MessageReadResult.Malformed($"The form is longer than {limits.MaxLength} bytes.");

        var fields = new FieldCollector(limits);
        var scratch = ArrayPool<byte>.Shared.Rent(form.Length);
        try
        {
            while (!form.IsEmpty)
            {
                var end = form.IndexOf((byte)'&');
                var pair = end < 0 ? form : form[..end];
                form = end < 0 ? default : form[(end + 1)..];
                if (pair.IsEmpty)
                    continue;

                var equals = pair.IndexOf((byte)'=');
                var sentName = equals < 0 ? pair : pair[..equals];
                var name = FieldNames.Find(sentName) ?? Decode(sentName, scratch);
                var value = equals < 0 ? "" : Decode(pair[(equals + 1)..], scratch);
                if (!fields.Add(name, value))
                    break;
            }
        }
        catch (DecoderFallbackException)
        {
            fields.Refuse("The form is not UTF-8.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch, clearArray: true);
        }

        return fields.Reading;
    }

    private static void Write(StringBuilder form, Parameters parameters, string? prefix)
    {
        foreach (var field in parameters)
        {
            var name = prefix is null ? field.Name : $"{prefix}[{field.Name}]";
            if (field.Children is { } children)
            {
                Write(form, children, name);
                continue;
            }

            if (form.Length > 0)
                form.Append('&');
            form.Append(WebUtility.UrlEncode(name)).Append('=').Append(WebUtility.UrlEncode(field.Value));
        }
    }

    private static string Decode(ReadOnlySpan<byte> text, Span<byte> scratch)
    {
        if (text.IndexOfAny((byte)'+', (byte)'%') < 0)
            return s_strict.GetString(text);

        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            scratch[length++] = text[i] switch
            {
                (byte)'+' => (byte)' ',
                (byte)'%' when TryHex(text[(i + 1)..], out var octet) => Skip(ref i, octet),
                var plain => plain,
            };
        }

        return s_strict.GetString(scratch[..length]);
    }

    private static byte Skip(ref int position, byte octet)
    {
        position += 2;
        return octet;
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out byte octet)
    {
        octet = 0;
        if (digits.Length < 2 || !char.IsAsciiHexDigit((char)digits[0]) || !char.IsAsciiHexDigit((char)digits[1]))
            return false;
        octet = (byte)((HexValue(digits[0]) << 4) | HexValue(digits[1]));
        return true;
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
