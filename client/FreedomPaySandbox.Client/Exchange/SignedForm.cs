using System.Globalization;
using System.Net;
using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// A message as <c>multipart/form-data</c>, the documented form (T-1), which knows whether anybody began to write it: as long as nobody
/// did, the gateway cannot have carried it out.
/// </summary>
internal sealed class SignedForm : HttpContent
{
    private readonly MultipartFormDataContent _form = [];

    public SignedForm(Parameters signed)
    {
        foreach (var field in signed)
            _form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(field.Value)), $"\"{field.Name}\"");
        Headers.ContentType = _form.Headers.ContentType;
    }

    public bool MayHaveBeenSent { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        MayHaveBeenSent = true;
        return _form.CopyToAsync(stream, context, cancellationToken);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        MayHaveBeenSent = true;
        _form.CopyTo(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _form.Headers.ContentLength ?? 0;
        return length > 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _form.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>The fields of a call as it is put together: the merchant first, and nothing for what was not given.</summary>
internal sealed class MessageFields(long merchantId)
{
    public Parameters All { get; } = new() { { Fields.MerchantId, merchantId.ToString(CultureInfo.InvariantCulture) } };

    public MessageFields And(string name, Amount value) => And(name, value.ToString());

    public MessageFields And(string name, long? value) => And(name, value?.ToString(CultureInfo.InvariantCulture));

    public MessageFields And(string name, string? value)
    {
        if (value is not null)
            All.Add(name, value);
        return this;
    }
}
