using System.Text;

namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>Spoils a request that could be read: in its bytes, in what structures it, and in what it says it is.</summary>
internal static class Mutation
{
    private const int LongerThanAnyMessage = 1024 * 1024 + 1;

    // What readers look for, and what they must not fall for.
    private static readonly byte[][] s_tokens =
    [
        .. new[]
        {
            "&", "=", "&&", "==", "%", "%0", "%00", "%GG", "%ff", "%C3", "+", "[", "]", "[]", "[a]", "[[", "]]", "a[b][c][d][e][f][g][h][i][j]=1&", ";", "pg_xml=", "pg_sig=", "pg_merchant_id=9970&",
            "\r\n", "\r\n\r\n", "--", "------b", "\r\n------b\r\n", "\r\n------b--", "------b--\r\n", "Content-Disposition: form-data; name=\"a\"\r\n\r\n", "Content-Disposition: form-data; name=\"", "; filename=\"x\"",
            "name=a", "name*=utf-8''a", "content-disposition:", ":", "\"", "\\", "\\\"",
            "{", "}", "[1,2]", "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}", ",", "null", "true", "1e999", "-0", "1E-400", "99999999999999999999999999", "\\u0000", "\\ud800", "\\udc00", "\\u", "/*", "//", "\"a\":", "{\"\":\"\"}",
            "<", ">", "</", "/>", "<a>", "</a>", "<a/>", "<request>", "</request>", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "<!DOCTYPE request [<!ENTITY a \"aaaa\">]>", "&a;", "&#0;", "&#x1;", "&#xD800;", "&#x110000;", "&amp;", "xmlns:a=\"b\"", "a:b", " a='1' a='2'",
            "<a><a><a><a><a><a><a><a><a><a>", "\uFEFF", "\uFFFE", "\u2028", "\0", "\u001b[2J", "e\u0301", "🏦", "4405645000006150", "'", "`",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xCE, 0xEF, 0xE8], [0xEF, 0xBB, 0xBF], [0x80],
    ];

    private static readonly string?[] s_types =
    [
        "multipart/form-data; boundary=----b", "multipart/form-data; boundary=\"----b\"", "multipart/form-data; boundary=", "multipart/form-data", "multipart/form-data; boundary=-", "multipart/form-data; boundary=\"\r\n\"",
        "multipart/form-data; boundary=ж", "multipart/form-data; boundary=----b; boundary=c", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8", "application/x-www-form-urlencoded; charset=\"",
        "application/x-www-form-urlencoded; charset=utf-16", "application/json", "APPLICATION/JSON;charset=UTF-8", "text/plain", "application/xml", "", " ", ";", "/", "a/b;c", null,
    ];

    public static FuzzCase Apply(FuzzCase valid, Dice dice)
    {
        var content = valid.Content;
        for (var times = 1 + dice.Below(4); times > 0; times--)
            content = Spoil(content, dice);
        if (dice.OneIn(20_000))
            content = Stretch(content, dice);
        return valid with
        {
            Content = content,
            ContentType = dice.OneIn(12) ? dice.Pick(s_types) : valid.ContentType,
            IsQuery = dice.OneIn(30) ? !valid.IsQuery : valid.IsQuery,
            Announced = dice.OneIn(2),
        };
    }

    /// <summary>Something that no reader likes, as text.</summary>
    public static string Token(Dice dice) => Encoding.UTF8.GetString(dice.Pick(s_tokens));

    /// <summary>Spoils a content in one place.</summary>
    public static byte[] Spoil(byte[] content, Dice dice)
    {
        var at = dice.Below(content.Length + 1);
        var length = dice.Below(Math.Min(content.Length - at, 64) + 1);
        return dice.Below(9) switch
        {
            0 => Splice(content, at, 0, [dice.Byte()]),
            1 => Splice(content, at, length, []),
            2 or 3 or 4 => Splice(content, at, 0, dice.Pick(s_tokens)),
            5 => Splice(content, at, length, dice.Pick(s_tokens)),
            6 => Splice(content, dice.Below(content.Length + 1), 0, content.AsSpan(at, length)),
            7 => content[..at],
            _ => Repeat(content, at, length, 1 + dice.Below(dice.OneIn(50) ? 1500 : 12)),
        };
    }

    private static byte[] Splice(byte[] content, int at, int removed, ReadOnlySpan<byte> put) => [.. content.AsSpan(0, at), .. put, .. content.AsSpan(at + removed)];

    private static byte[] Repeat(byte[] content, int at, int length, int times)
    {
        var piece = content.AsSpan(at, length);
        var repeated = new byte[piece.Length * times];
        for (var i = 0; i < times; i++)
            piece.CopyTo(repeated.AsSpan(i * piece.Length));
        return Splice(content, at, 0, repeated);
    }

    // Up to the most that is read, and just beyond it.
    private static byte[] Stretch(byte[] content, Dice dice)
    {
        var wanted = dice.OneIn(2) ? LongerThanAnyMessage : LongerThanAnyMessage - 1 - dice.Below(1000);
        var at = dice.Below(content.Length + 1);
        if (content.Length is 0 || wanted <= content.Length)
            return content;
        var token = dice.Pick(s_tokens);
        var filling = new byte[wanted - content.Length];
        for (var i = 0; i < filling.Length; i++)
            filling[i] = token[i % token.Length];
        return Splice(content, at, 0, filling);
    }
}
