using System.Runtime.CompilerServices;
using NBomber.Contracts.Stats;

namespace NBomber.Contracts;

/// <summary>What must hold while a scenario runs, and at its end.</summary>
internal sealed record Threshold(string Expression, string? StepName, Func<ScenarioStats, bool> Holds)
{
    /// <summary>After so many failed checks the scenario is stopped; never when left out.</summary>
    public int? AbortWhenErrorCount { get; private init; }

    /// <summary>How long nothing is checked.</summary>
    public TimeSpan StartCheckAfter { get; private init; }

    /// <summary>A threshold of the whole scenario.</summary>
    public static Threshold Create(
        Func<ScenarioStats, bool> checkScenario,
        int? abortWhenErrorCount = null,
        TimeSpan? startCheckAfter = null,
        [CallerArgumentExpression(nameof(checkScenario))] string expression = "") =>
        new(GetBody(expression), null, checkScenario) { AbortWhenErrorCount = abortWhenErrorCount, StartCheckAfter = startCheckAfter ?? TimeSpan.Zero };

    /// <summary>A threshold of one step; a step that was never taken does not keep it.</summary>
    public static Threshold Create(
        string stepName,
        Func<StepStats, bool> checkStep,
        int? abortWhenErrorCount = null,
        TimeSpan? startCheckAfter = null,
        [CallerArgumentExpression(nameof(checkStep))] string expression = "") =>
        new(GetBody(expression), stepName, stats => stats.StepStats.FirstOrDefault(step => step.StepName == stepName) is { } step && checkStep(step))
        {
            AbortWhenErrorCount = abortWhenErrorCount,
            StartCheckAfter = startCheckAfter ?? TimeSpan.Zero,
        };

    private static string GetBody(string lambda) =>
        lambda.IndexOf("=>", StringComparison.Ordinal) is >= 0 and var arrow ? lambda[(arrow + 2)..].Trim() : lambda;
}
