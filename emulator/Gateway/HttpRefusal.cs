namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>A request that is not a message of this protocol at all, so that no documented answer fits: an HTTP error and a sentence.</summary>
internal sealed record HttpRefusal(int Status, string Text)
{
    public static HttpRefusal Malformed(string text) => new(StatusCodes.Status400BadRequest, text);
}
