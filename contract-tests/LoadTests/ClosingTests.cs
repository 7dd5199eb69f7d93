using FreedomPaySandbox.LoadTests.Closing;
using FreedomPaySandbox.LoadTests.Soak;
using FreedomPaySandbox.LoadTests.Storm;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Load;

/// <summary>What is looked at after a load: each look notices what it is for.</summary>
public sealed class ClosingTests
{
    private const long Mb = 1024 * 1024;

    private static readonly DateTimeOffset s_settled = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, Amount> s_ordered = new(StringComparer.Ordinal) { ["a"] = Amount.FromUnits(10), ["b"] = Amount.FromUnits(20) };

    [Fact]
    public void Each_order_paid_once_is_well() => Assert.Empty(Missed(new("b", Amount.FromUnits(20)), new("a", Amount.FromUnits(10))));

    [Fact]
    public void An_order_paid_twice_is_noticed() => Assert.Equal(
        ["payouts in the books, for as many orders: 3", "orders paid more than once: 1"],
        Missed(new("a", Amount.FromUnits(10)), new("b", Amount.FromUnits(20)), new("a", Amount.FromUnits(10))));

    [Fact]
    public void An_order_paid_twice_is_noticed_though_another_was_not_paid() => Assert.Equal(
        ["orders paid more than once: 1", "orders not paid: 1"],
        Missed(new("a", Amount.FromUnits(10)), new("a", Amount.FromUnits(10))));

    [Fact]
    public void A_payout_under_a_new_order_id_is_noticed() => Assert.Equal(
        ["payouts in the books, for as many orders: 3", "payouts that nobody ordered: 1"],
        Missed(new("a", Amount.FromUnits(10)), new("b", Amount.FromUnits(20)), new("b-again", Amount.FromUnits(20))));

    [Fact]
    public void Another_amount_is_noticed() => Assert.Equal(
        ["payouts of another amount: 1"], Missed(new("a", Amount.FromUnits(10)), new("b", Amount.FromUnits(2))));

    [Fact]
    public void A_storm_is_measured_from_settling_to_the_end_of_the_attempt_that_was_accepted()
    {
        var seen = StormFigures.From(
            [
                Callback("a", CallbackState.Delivered, (TimeSpan.FromMilliseconds(100), 20, 200, null)),
                Callback("b", CallbackState.Delivered, (TimeSpan.FromMilliseconds(200), 5, 500, null), (TimeSpan.FromMilliseconds(1200), 30, 200, null)),
            ],
            s_settled);

        Assert.All(seen, one => Assert.True(one.Holds));
        Assert.Equal(
            [
                "callbacks accepted: 2", "of these at the first attempt: 1", "attempts in all: 3", "settled to HTTP 200, p50 / p95 / p99 / longest: 120 / 1230 / 1230 / 1230 ms",
                "your endpoint's answer, p50 / p95 / p99 / longest: 20 / 30 / 30 / 30 ms", "attempts that ended with HTTP 500: 1",
            ],
            seen.Select(Line),
            StringComparer.Ordinal);
    }

    [Fact]
    public void A_callback_that_was_never_accepted_is_noticed_with_why()
    {
        var seen = StormFigures.From([Callback("a", CallbackState.Dead, (TimeSpan.Zero, 30_000, null, "timed-out")), Callback("b", CallbackState.Delivered, (TimeSpan.Zero, 1, 200, null))], s_settled);

        Assert.Equal("callbacks accepted: 1", Line(Assert.Single(seen, one => !one.Holds)));
        Assert.Contains(seen, one => Line(one) == "attempts that ended with timed-out: 1");
    }

    [Fact]
    public void Memory_that_goes_up_and_down_does_not_grow() =>
        Assert.True(Assert.Single(MemoryTrend.From([.. Enumerable.Range(0, 80).Select(sample => (20 + sample * 37 % 90) * Mb)], includesSandbox: true)).Holds);

    [Fact]
    public void Memory_whose_lowest_rises_is_noticed() =>
        Assert.False(Assert.Single(MemoryTrend.From([.. Enumerable.Range(0, 80).Select(sample => (20 + sample * 37 % 90 + 2 * sample) * Mb)], includesSandbox: true)).Holds);

    [Fact]
    public void A_run_too_short_for_a_trend_has_none() => Assert.Empty(MemoryTrend.From([1, 2, 3], includesSandbox: true));

    [Fact]
    public void A_verdict_is_well_only_when_all_is()
    {
        var good = new Observation("dead letters", "0", "0");
        var figure = new Observation("callbacks taken", "7");

        Assert.Equal((0, "Well: all 2 thresholds and checks are kept."), Said(Verdict.From([("a < 1", false)], [good, figure])));
        Assert.Equal((1, "Missed 1 of 3:\n  threshold b < 1"), Said(Verdict.From([("a < 1", false), ("b < 1", true)], [good, figure])));
        Assert.Equal((1, "Missed 1 of 2:\n  dead letters: 3, and 0 was due"), Said(Verdict.From([("a < 1", false)], [good with { Seen = "3", Holds = false }])));

        static (int, string) Said(Verdict verdict) => (verdict.ExitCode, verdict.Text);
    }

    private static List<string> Missed(params BookedPayout[] booked) => [.. ExactlyOnce.Check(s_ordered, booked).Where(seen => !seen.Holds).Select(Line)];

    private static string Line(Observation seen) => $"{seen.What}: {seen.Seen}";

    private static SandboxCallback Callback(string order, CallbackState state, params (TimeSpan After, long Took, int? Status, string? Fault)[] attempts) => new()
    {
        Id = order,
        MerchantId = 9970,
        PaymentId = 1,
        OrderId = order,
        Number = 1,
        State = state,
        PostLink = "http://localhost:5000/post",
        DueAt = s_settled,
        Attempts = attempts.Length,
        History =
        [
            .. attempts.Select((attempt, number) => new CallbackAttempt
            {
                Number = number + 1,
                At = s_settled + attempt.After,
                Address = "localhost:5000",
                Sent = "",
                Status = attempt.Status,
                Fault = attempt.Fault,
                DurationMs = attempt.Took,
                Answer = "",
                AnswerSignature = "none",
            }),
        ],
    };
}
