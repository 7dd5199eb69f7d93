namespace FreedomPaySandbox.Testing;

/// <summary>What the gateway answered, before a fault made something else of it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">What it says it is.</param>
/// <param name="Body">Its text.</param>
public sealed record RequestAnswer(int Status, string? ContentType, string Body);
