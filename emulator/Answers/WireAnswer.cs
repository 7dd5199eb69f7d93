using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Answers;

/// <summary>An answer as it goes over the wire (T-7): status, content type, bytes.</summary>
internal readonly record struct WireAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public const string XmlType = "application/xml";

    public static WireAnswer From(GatewayAnswer answer) => new(answer.HttpStatus, XmlType, XmlMessage.WriteUtf8(Fields.Response, answer.Fields));

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.BodyWriter.WriteAsync(Body);
    }

    public override string ToString() => $"HTTP {Status} {ContentType}, {Body.Length} bytes";
}
