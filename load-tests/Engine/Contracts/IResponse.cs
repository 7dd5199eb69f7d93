namespace FreedomPaySandbox.LoadTests.Engine.Contracts;

/// <summary>What an iteration or a step came to.</summary>
internal interface IResponse
{
    string StatusCode { get; }

    bool IsError { get; }

    long SizeBytes { get; }

    string Message { get; }
}

/// <summary>What an iteration or a step came to, with what it hands on.</summary>
internal sealed record Response<T>(string StatusCode, bool IsError, long SizeBytes, string Message) : IResponse;
