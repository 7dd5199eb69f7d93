using System.Globalization;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Answers;

/// <summary>What the gateway says: a status, fields in their order, and what that means in a word.</summary>
/// <param name="Fields">The answer's fields, signed where it is signed.</param>
/// <param name="Outcome">What happened, such as <c>ok</c> or <c>error 1100</c>.</param>
/// <param name="HttpStatus">200 but for E-4.</param>
internal sealed record GatewayAnswer(Parameters Fields, string Outcome, int HttpStatus = StatusCodes.Status200OK)
{
    /// <summary>The payout that the answer is about, if there is one.</summary>
    public long? PaymentId { get; init; }

    /// <summary>The payout that the call made, if it made one.</summary>
    public Payout? Made { get; init; }

    /// <summary>The payout that the call asked about, if it did.</summary>
    public Payout? Told { get; init; }

    /// <summary>For people.</summary>
    public string Summary => PaymentId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{Outcome} {id}") : Outcome;
}

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

/// <summary>
/// A request that is not a message of this protocol at all, so that no documented answer fits: an HTTP error and a sentence.
/// </summary>
internal sealed record HttpRefusal(int Status, string Text)
{
    public const string ContentType = "text/plain; charset=utf-8";

    public static HttpRefusal Malformed(string text) => new(StatusCodes.Status400BadRequest, text);

    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        return response.WriteAsync(Text + "\n");
    }
}
