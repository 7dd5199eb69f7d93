using System.Globalization;
using FreedomPaySandbox.LoadTests.Scenarios;

namespace FreedomPaySandbox.ContractTests.Load;

/// <summary>Each scenario, small. How fast it was is no matter here: other tests run beside it.</summary>
public sealed class ScenarioTests
{
    [Theory]
    [InlineData("payouts", 40, 36)]
    [InlineData("payouts-mixed", 50, 45)]
    [InlineData("status-polling", 60, 54)]
    [InlineData("soak", 20, 20)]
    public async Task It_goes_well_and_leaves_nothing_behind(string name, int rate, int arrivals)
    {
        var scene = await LoadScene.RunAsync(name, rate, seconds: 1);

        Assert.Equal("", scene.Failures);
        Assert.Equal(arrivals, scene.Only.AllOkCount);
        Assert.Equal("0", scene.Figure("callbacks still pending"));
    }

    [Fact]
    public async Task A_mixed_day_meets_each_outcome_that_a_test_card_has()
    {
        var scene = await LoadScene.RunAsync("payouts-mixed", rate: 60, seconds: 1);

        var pay = scene.Only.StepStats.Single(step => step.StepName == "pay");
        Assert.Equal(
            ["error 10000", "error 10001", "error 8888", "ok", "process"],
            pay.Ok.StatusCodes.Select(code => code.StatusCode).Order(StringComparer.Ordinal).ToList());
        Assert.Equal(3, scene.Only.StepStats.Count);
    }

    [Fact]
    public async Task Polled_payouts_are_heard_of_in_process_first_and_at_their_end_then()
    {
        var scene = await LoadScene.RunAsync("status-polling", rate: 100, seconds: 1);

        Assert.Equal(["error", "process", "success"], scene.Only.Ok.StatusCodes.Select(code => code.StatusCode).Order(StringComparer.Ordinal).ToList());
        Assert.Equal("200", scene.Figure("payouts that ended as their card says"));
    }

    [Fact]
    public async Task Every_callback_of_a_storm_is_accepted_once()
    {
        var scene = await LoadScene.RunAsync("callback-storm", rate: 60, seconds: 60);

        Assert.Equal("", scene.Failures);
        Assert.Equal(60, scene.Only.AllOkCount);
        Assert.Equal(("60", "60"), (scene.Figure("callbacks accepted"), scene.Figure("attempts in all")));
    }

    [Fact]
    public async Task Each_payout_is_made_exactly_once_though_answers_are_lost()
    {
        var scene = await LoadScene.RunAsync("lost-answers", rate: 60, seconds: 1);

        Assert.Equal("", scene.Failures);
        Assert.Equal("60", scene.Figure("payouts in the books, for as many orders"));

        // And they were lost: otherwise nothing would have been asked for.
        Assert.InRange(scene.Only.StepStats.Single(step => step.StepName == RetryingPayer.Ask).Ok.Request.Count, 1, 1000);
    }

    [Fact]
    public async Task A_client_that_pays_again_under_a_new_order_id_is_found_out()
    {
        var scene = await LoadScene.RunAsync("lost-answers", rate: 60, seconds: 1, (_, bench, size) => new LostAnswersScenario(bench, size, new HastyPayer(bench.Payouts)));

        Assert.InRange(int.Parse(scene.Figure("payouts that nobody ordered"), CultureInfo.InvariantCulture), 1, 60);
        Assert.InRange(int.Parse(scene.Figure("findings of the sandbox that cost money"), CultureInfo.InvariantCulture), 1, 200);
        Assert.Contains("payouts in the books, for as many orders", scene.Failures, StringComparison.Ordinal);
    }
}
