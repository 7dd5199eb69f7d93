namespace NBomber.Contracts;

/// <summary>What an iteration or a step came to.</summary>
internal interface IResponse
{
    string StatusCode { get; }

    bool IsError { get; }

    long SizeBytes { get; }

    string Message { get; }
}
