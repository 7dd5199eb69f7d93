namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A merchant's rules, and the text in which they are changed.</summary>
internal sealed record RulesView
{
    public required long Merchant { get; init; }

    public required IReadOnlyList<RuleRow> Rows { get; init; }

    /// <summary>The merchant's own rules as JSON, or what somebody typed who was told what is wrong with it.</summary>
    public required string Text { get; init; }

    /// <summary>What is wrong with the text.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public int Status => Problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}

/// <summary>A rule with how often it decided.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="When">Which calls it is about, as JSON.</param>
/// <param name="Then">What happens to them, as JSON.</param>
/// <param name="Hits">How many calls it decided.</param>
/// <param name="Calls">How many came to it.</param>
/// <param name="IsBuiltIn">Whether every merchant has it.</param>
internal sealed record RuleRow(string Name, string When, string Then, long Hits, long Calls, bool IsBuiltIn);
