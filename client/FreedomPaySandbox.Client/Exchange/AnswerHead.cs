using System.Net;

namespace FreedomPaySandbox.Client;

/// <summary>What must be true of an answer before its body is worth reading (T-7).</summary>
internal static class AnswerHead
{
    /// <exception cref="MalformedAnswerException">It is not HTTP 200 (or 401, where there is that) with plain XML from the address that was called.</exception>
    public static void Require(HttpResponseMessage response, Uri called, GatewayOperation operation)
    {
        if (response.StatusCode != HttpStatusCode.OK && !IsRefusal(response, operation))
            throw operation.Malformed(Unexpected((int)response.StatusCode));
        if (response.RequestMessage?.RequestUri is { } from && from != called)
            throw operation.Malformed("a redirect was followed; the primary handler must not allow that (AllowAutoRedirect).");
        if (response.Content.Headers.ContentEncoding.Any(encoding => !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase)))
            throw operation.Malformed("it is compressed, which was not asked for; check for a proxy between here and the gateway.");
        if (!IsXml(response.Content))
            throw operation.Malformed("it is not XML in UTF-8 (application/xml); check BaseAddress, and for a proxy's page.");
    }

    /// <summary>Whether it says by its status alone that the call was signed wrongly (T-8).</summary>
    public static bool IsRefusal(HttpResponseMessage response, GatewayOperation operation) =>
        operation.MayAnswer401 && response.StatusCode == HttpStatusCode.Unauthorized;

    private static string Unexpected(int status) => status is >= 300 and < 400
        ? $"HTTP {status} is a redirect, which payouts do not follow; check BaseAddress."
        : $"HTTP {status} came where the gateway answers 200; check BaseAddress, and for a proxy's page.";

    private static bool IsXml(HttpContent content) =>
        content.Headers.ContentType is { MediaType: { } type, CharSet: var charset }
        && (type.Equals("application/xml", StringComparison.OrdinalIgnoreCase) || type.Equals("text/xml", StringComparison.OrdinalIgnoreCase))
        && (charset is null || charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
