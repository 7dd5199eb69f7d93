namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>What a request was read as, and what that took.</summary>
internal readonly record struct FuzzReading(string Shown, bool IsRead, TimeSpan Duration, long Memory);
