using System.Globalization;
using System.Text;

namespace FreedomPaySandbox.ContractTests.Gateway.Faults;

/// <summary>An HTTP answer as it came over the wire.</summary>
internal sealed record RawAnswer(string StatusLine, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? ContentType => Headers.GetValueOrDefault("Content-Type");

    public static RawAnswer Parse(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        Assert.True(end > 0, "No end of headers.");
        var lines = Encoding.ASCII.GetString(bytes, 0, end).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var answer = new RawAnswer(lines[0], headers, bytes[(end + 4)..]);
        Assert.Equal(answer.Body.Length, int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture));
        return answer;
    }
}
