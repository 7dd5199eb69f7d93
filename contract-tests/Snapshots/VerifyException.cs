namespace VerifyXunit;

/// <summary>A text that is not the approved one, or has none yet.</summary>
public sealed class VerifyException(string message) : Exception(message);
