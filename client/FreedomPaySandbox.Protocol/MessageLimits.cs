namespace FreedomPaySandbox.Protocol;

/// <summary>How much of a message a reader takes before it refuses.</summary>
/// <param name="MaxLength">Most characters (or bytes of an encoded form).</param>
/// <param name="MaxFields">Most fields, nested ones counted.</param>
/// <param name="MaxDepth">Most levels of nesting.</param>
public sealed record MessageLimits(int MaxLength, int MaxFields, int MaxDepth)
{
    /// <summary>1 MiB, 1 000 fields (PHP's own limit), 8 levels.</summary>
    public static MessageLimits Default { get; } = new(1024 * 1024, 1000, 8);
}
