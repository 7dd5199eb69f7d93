using NBomber.Measuring;

namespace FreedomPaySandbox.LoadTests.Reports;

/// <summary>How well the load kept its plan, in a sentence.</summary>
internal static class ScheduleText
{
    public static string Render(Schedule schedule) => (schedule.NotStarted, schedule.Late) switch
    {
        (0, 0) => "On schedule: every iteration began within 50 ms of its moment.",
        (0, var late) => $"Behind schedule: {Numbers.Count(late)} iterations began more than 50 ms late, the worst {Numbers.Ms(schedule.WorstDelay.TotalMilliseconds)} ms.",
        var (dropped, late) => $"Behind schedule: {Numbers.Count(dropped)} iterations were not begun because too many were under way, {Numbers.Count(late)} began more than 50 ms late.",
    };
}
