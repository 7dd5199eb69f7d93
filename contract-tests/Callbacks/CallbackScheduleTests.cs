using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Merchants;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class CallbackScheduleTests
{
    private static readonly DateTimeOffset s_settled = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<TimeSpan> s_wait = Gen.Choose(1, 100_000).Select(seconds => TimeSpan.FromSeconds(seconds));

    private static readonly Gen<CallbackSchedule> s_schedule =
        from first in Gen.Choose(0, 1000)
        from others in s_wait.ListOf()
        select new CallbackSchedule([TimeSpan.FromSeconds(first), .. others]);

    private static readonly Gen<(CallbackSchedule Schedule, int Made, TimeSpan Late)> s_attempts =
        from schedule in s_schedule
        from made in Gen.Choose(1, schedule.Waits.Count + 2)
        from late in Gen.Choose(0, 300_000)
        select (schedule, made, TimeSpan.FromSeconds(late));

    [Fact]
    [Proves("N-7")]
    public void The_vendors_is_every_30_minutes_for_2_hours()
    {
        var schedule = CallbackSchedule.FreedomPay;
        var due = new List<DateTimeOffset> { schedule.First(s_settled) };
        while (due.Count <= 100 && schedule.Next(due.Count, due[^1], due[^1].AddSeconds(30)) is { } next)
            due.Add(next);

        Assert.Equal([0, 30, 60, 90, 120], due.Select(moment => (moment - s_settled).TotalMinutes));
    }

    [Fact]
    public void There_are_exactly_as_many_attempts_as_waits() => FixedSeed.ForAll(
        s_attempts,
        example => Assert.Equal(
            example.Made < example.Schedule.Waits.Count, example.Schedule.Next(example.Made, s_settled, s_settled + example.Late) is not null));

    [Fact]
    public void The_next_attempt_is_always_in_the_future() => FixedSeed.ForAll(
        s_attempts,
        example => Assert.True(
            example.Schedule.Next(example.Made, s_settled, s_settled + example.Late) is not { } next || next > s_settled + example.Late));

    [Fact]
    public void An_attempt_that_ends_within_its_wait_does_not_shift_the_plan() => FixedSeed.ForAll(
        s_attempts.Where(example => example.Made < example.Schedule.Waits.Count && example.Late < example.Schedule.Waits[example.Made]),
        example => Assert.Equal(
            s_settled + example.Schedule.Waits[example.Made], example.Schedule.Next(example.Made, s_settled, s_settled + example.Late)));

    [Fact]
    public void An_attempt_that_came_too_late_is_followed_after_a_whole_wait() => FixedSeed.ForAll(
        s_attempts.Where(example => example.Made < example.Schedule.Waits.Count && example.Late >= example.Schedule.Waits[example.Made]),
        example => Assert.Equal(
            s_settled + example.Late + example.Schedule.Waits[example.Made],
            example.Schedule.Next(example.Made, s_settled, s_settled + example.Late)));

    [Fact]
    public void Later_never_means_sooner() => FixedSeed.ForAll(
        s_attempts,
        example => Assert.True(
            example.Schedule.Next(example.Made, s_settled, s_settled) <= example.Schedule.Next(example.Made, s_settled, s_settled + example.Late)
            || example.Made >= example.Schedule.Waits.Count));
}
