using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>A request as it arrives: a body of some type, or a query.</summary>
/// <param name="ContentType">What the body says it is; a query has none.</param>
/// <param name="Content">The body, or the query without its question mark.</param>
internal sealed record FuzzCase(string? ContentType, byte[] Content)
{
    public bool IsQuery { get; init; }

    /// <summary>How many bytes arrive at a time.</summary>
    public int Piece { get; init; } = int.MaxValue;

    /// <summary>Whether the length is said beforehand.</summary>
    public bool Announced { get; init; } = true;

    public HttpRequest Request()
    {
        var request = new DefaultHttpContext().Request;
        request.Path = "/g2g/p2p2nonreg";
        if (IsQuery)
        {
            request.Method = HttpMethods.Get;
            request.QueryString = new QueryString("?" + Encoding.Latin1.GetString(Content));
            return request;
        }

        request.Method = HttpMethods.Post;
        if (ContentType is not null)
            request.Headers.ContentType = ContentType;
        if (Announced)
            request.Headers.ContentLength = Content.Length;
        else
            request.Headers.TransferEncoding = "chunked";
        request.Body = new PiecewiseStream(Content, Piece);
        return request;
    }

    /// <summary>Enough to make it again by hand.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsQuery ? "query" : $"body of type '{ContentType}'")}, {Content.Length} bytes, {Piece} at a time, base64 of the first 3000:\n{Convert.ToBase64String(Content.AsSpan(0, Math.Min(Content.Length, 3000)))}");
}
