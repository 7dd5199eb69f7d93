using System.Diagnostics.CodeAnalysis;

namespace FreedomPaySandbox.Protocol;

/// <summary>What reading a message came to: its fields, or one sentence that says why it is not one.</summary>
public readonly record struct MessageReadResult
{
    private MessageReadResult(Parameters? parameters, string? problem) => (Parameters, Problem) = (parameters, problem);

    /// <summary>The fields, when the message is well-formed.</summary>
    public Parameters? Parameters { get; }

    /// <summary>What is wrong with the message, when it is not. Repeats none of its values.</summary>
    public string? Problem { get; }

    /// <summary>Whether the message is well-formed.</summary>
    [MemberNotNullWhen(true, nameof(Parameters))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsWellFormed => Parameters is not null;

    /// <summary>A well-formed message.</summary>
    /// <param name="parameters">Its fields.</param>
    public static MessageReadResult WellFormed(Parameters parameters) => new(parameters, null);

    /// <summary>A malformed message.</summary>
    /// <param name="problem">One sentence; it must not repeat a value of the message.</param>
    public static MessageReadResult Malformed(string problem) => new(null, problem);
}

/// <summary>How much of a message a reader takes before it refuses.</summary>
/// <param name="MaxLength">Most characters (or bytes of an encoded form).</param>
/// <param name="MaxFields">Most fields, nested ones counted.</param>
/// <param name="MaxDepth">Most levels of nesting.</param>
public sealed record MessageLimits(int MaxLength, int MaxFields, int MaxDepth)
{
    /// <summary>1 MiB, 1 000 fields (PHP's own limit), 8 levels.</summary>
    public static MessageLimits Default { get; } = new(1024 * 1024, 1000, 8);
}
