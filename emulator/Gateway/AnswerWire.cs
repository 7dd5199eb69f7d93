using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>An answer as it goes over the wire (T-7): status, content type, bytes.</summary>
internal readonly record struct AnswerWire(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public const string XmlType = "application/xml";

    private readonly string? _text;

    /// <summary>The body as text.</summary>
    public string Text
    {
        get => _text ?? Encoding.UTF8.GetString(Body.Span);
        private init => _text = value;
    }

    public static AnswerWire Of(GatewayAnswer answer)
    {
        var text = XmlMessage.Write(Fields.Response, answer.Fields);
        return new AnswerWire(answer.HttpStatus, XmlType, Encoding.UTF8.GetBytes(text)) { Text = text };
    }

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.BodyWriter.WriteAsync(Body);
    }

    public override string ToString() => $"HTTP {Status} {ContentType}, {Body.Length} bytes";
}
