namespace FreedomPaySandbox.Testing;

/// <summary>What one check of a callback endpoint came to. docs/verify.md of the sandbox lists the checks.</summary>
public sealed record CallbackCheckResult
{
    /// <summary>Which check, such as <c>concurrent-duplicates</c>; stays the same.</summary>
    public required string Id { get; init; }

    /// <summary>What is right.</summary>
    public required string Title { get; init; }

    /// <summary>What it came to.</summary>
    public required CallbackVerdict Verdict { get; init; }

    /// <summary>What was wrong, a sentence each, or why the check does not apply.</summary>
    public required IReadOnlyList<string> Seen { get; init; }

    /// <summary>Why it matters.</summary>
    public required string Why { get; init; }

    /// <summary>What to do when it is wrong.</summary>
    public required string Fix { get; init; }

    /// <summary>Whether it does that wrong.</summary>
    public bool IsFailed => Verdict == CallbackVerdict.Failed;

    /// <summary>What was seen and what to do, for the message of a failed test.</summary>
    public override string ToString() => IsFailed ? $"{Id}: {string.Join(' ', Seen)} {Fix}" : $"{Id}: {Verdict}";
}
