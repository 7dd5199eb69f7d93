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
