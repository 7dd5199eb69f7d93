using System.Globalization;
using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.LoadTests.Storm;

/// <summary>What the sandbox's record of the attempts says of a storm. Pure.</summary>
internal static class StormFigures
{
    private const int Accepted = 200;

    /// <param name="callbacks">The callbacks with their attempts.</param>
    /// <param name="settled">When the payouts settled, by the merchant's clock.</param>
    public static IReadOnlyList<Observation> From(IReadOnlyList<SandboxCallback> callbacks, DateTimeOffset settled)
    {
        var delivered = callbacks.Where(callback => callback.State == CallbackState.Delivered).ToList();
        var took = delivered.Select(callback => GetEnd(callback) - settled).Order().ToList();
        var answers = callbacks.SelectMany(callback => callback.History).Where(attempt => attempt.Status is not null).Select(attempt => TimeSpan.FromMilliseconds(attempt.DurationMs)).Order().ToList();
        return
        [
            Observation.Count("callbacks accepted", delivered.Count, callbacks.Count),
            Observation.Figure("of these at the first attempt", delivered.Count(callback => callback.Attempts == 1)),
            Observation.Figure("attempts in all", callbacks.Sum(callback => (long)callback.Attempts)),
            .. Percentiles("settled to HTTP 200", took),
            .. Percentiles("your endpoint's answer", answers),
            .. Failures(callbacks),
        ];
    }

    private static DateTimeOffset GetEnd(SandboxCallback callback)
    {
        var last = callback.History.Last(attempt => attempt.Status == Accepted);
        return last.At + TimeSpan.FromMilliseconds(last.DurationMs);
    }

    private static IEnumerable<Observation> Percentiles(string what, List<TimeSpan> sorted) => sorted.Count == 0
        ? []
        : [new Observation($"{what}, p50 / p95 / p99 / longest", string.Join(" / ", new[] { 0.5, 0.95, 0.99, 1 }.Select(share => Ms(At(sorted, share)))) + " ms")];

    private static TimeSpan At(List<TimeSpan> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];

    private static IEnumerable<Observation> Failures(IReadOnlyList<SandboxCallback> callbacks) => callbacks
        .SelectMany(callback => callback.History)
        .Where(attempt => attempt.Status != Accepted)
        .GroupBy(attempt => attempt.Fault ?? string.Create(CultureInfo.InvariantCulture, $"HTTP {attempt.Status}"), StringComparer.Ordinal)
        .OrderByDescending(failures => failures.Count())
        .Select(failures => new Observation(
            $"attempts that ended with {failures.Key}", failures.Count().ToString(CultureInfo.InvariantCulture) + (failures.First().Advice is { } advice ? $" ({advice.NextStep})" : "")));

    private static string Ms(TimeSpan took) => took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
