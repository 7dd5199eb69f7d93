using NBomber.Contracts;

namespace NBomber.CSharp;

/// <summary>What an iteration or a step came to.</summary>
internal static class Response
{
    public static Response<object> Ok(string statusCode = "", long sizeBytes = 0, string message = "") =>
        new(statusCode, IsError: false, sizeBytes, message);

    public static Response<object> Fail(string statusCode = "", string message = "", long sizeBytes = 0) =>
        new(statusCode, IsError: true, sizeBytes, message);
}
