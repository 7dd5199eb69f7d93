using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// Writes the signed XML with which the vendor's own SDK answers a callback (N-6). HTTP 200 is what counts; send it only after the
/// callback was stored.
/// </summary>
public sealed class CallbackAnswer
{
    /// <summary>The content type of the answer.</summary>
    public const string ContentType = "application/xml; charset=utf-8";

    private readonly FreedomPayOptions _options;

    /// <summary>Creates a writer for the merchant of the client's options.</summary>
    /// <param name="options">Merchant, secrets, salts.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Something is wrong with the options; all of it is
    /// named.</exception>
    public CallbackAnswer(FreedomPayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = FreedomPayOptionsCheck.Require(options);
    }

    /// <summary>Says that the callback of a payout was taken.</summary>
    /// <param name="url">The address as the gateway called it, the same that was read with.</param>
    /// <returns>The document, for UTF-8.</returns>
    public string Accepted(Uri url) => Accepted(url, _options.PayoutSecret);

    /// <summary>Says that the callback of a saved card was taken (M-9).</summary>
    /// <param name="url">The address as the gateway called it, the same that was read with.</param>
    /// <returns>The document, for UTF-8.</returns>
    /// <exception cref="InvalidOperationException">The options have no receive secret.</exception>
    public string SavedCardAccepted(Uri url) => Accepted(url, _options.RequireReceiveSecret("Answering callbacks of saved cards"));

    private string Accepted(Uri url, string secret)
    {
        ArgumentNullException.ThrowIfNull(url);
        var fields = new Parameters
        {
            { Fields.Status, "ok" },
            { Fields.Salt, _options.NewSalt() },
        };
        var script = ScriptName.ForCallback(url.OriginalString, _options.CallbackScriptName);
        fields.Add(Fields.Signature, Signature.Compute(script, fields, secret));
        return XmlMessage.Write(Fields.Response, fields);
    }
}
