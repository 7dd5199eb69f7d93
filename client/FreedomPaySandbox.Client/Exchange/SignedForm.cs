using System.Net;
using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// A message as <c>multipart/form-data</c>, the documented form (T-1), which knows whether anybody began to send it: as long as nobody
/// did, the gateway cannot have carried it out.
/// </summary>
internal sealed class SignedForm : MultipartFormDataContent
{
    public SignedForm(Parameters signed)
    {
        foreach (var field in signed)
            Add(new ByteArrayContent(Encoding.UTF8.GetBytes(field.Value)), $"\"{field.Name}\"");
    }

    public bool MayHaveBeenSent { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        MayHaveBeenSent = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        MayHaveBeenSent = true;
        base.SerializeToStream(stream, context, cancellationToken);
    }

    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        MayHaveBeenSent = true;
        return base.CreateContentReadStreamAsync();
    }
}
