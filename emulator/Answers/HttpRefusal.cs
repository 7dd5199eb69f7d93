namespace FreedomPaySandbox.Emulator.Answers;

/// <summary>A request that is not a message of this protocol at all, so that no documented answer fits: an HTTP error and a sentence.</summary>
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
