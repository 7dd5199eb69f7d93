namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>One call of a scenario and what came back, as it may be kept: card numbers masked, signatures judged and left out.</summary>
internal sealed record Exchange
{
    public required string Scenario { get; init; }

    /// <summary>Which one of the scenario's, from 1.</summary>
    public required int Step { get; init; }

    /// <summary>The path that was called, or <c>callback</c> for a call that came.</summary>
    public required string Path { get; init; }

    /// <summary>The HTTP status; 0 when nothing came.</summary>
    public required int Status { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The fields, in their order; none when what came is no message.</summary>
    public IReadOnlyList<ExchangeField>? Fields { get; init; }

    public required SigningState Signing { get; init; }

    public override string ToString() => $"{Scenario}-{Step} {Path} {Status}";
}
