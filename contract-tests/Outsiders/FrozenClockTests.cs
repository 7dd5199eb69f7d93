using System.Globalization;
using System.Text.Json;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.ContractTests.Outsiders;

// From a Node test suite that froze the clock for its snapshots: callbacks came when they liked, and no two runs counted the same.
public sealed class FrozenClockTests
{
    private const int Runs = 100;

    private static readonly Merchant s_frozen = CallbackSandbox.Merchant with { ClockStandsAt = new DateTimeOffset(2030, 5, 6, 7, 8, 9, TimeSpan.Zero) };

    [Fact]
    public async Task A_frozen_clock_lets_nothing_out_before_it_is_advanced()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(s_frozen, CallbackSandbox.Merchant with { Id = 9971 });
        await sandbox.PayAsync("FROZEN", merchant.Link());
        await sandbox.PayAsync(new PayoutCall("MOVING", merchant.Link()) { Merchant = CallbackSandbox.Merchant with { Id = 9971 } });

        Assert.Equal("MOVING", (await merchant.NextAsync())["pg_order_id"]);
        await sandbox.RecordedAsync();
        sandbox.Time.Advance(TimeSpan.FromDays(1));
        await sandbox.PayAsync(new PayoutCall("MOVING-LATER", merchant.Link()) { Merchant = CallbackSandbox.Merchant with { Id = 9971 } });
        Assert.Equal("MOVING-LATER", (await merchant.NextAsync())["pg_order_id"]);

        Assert.Equal((1, 1, 0), await sandbox.AdvanceAsync(TimeSpan.Zero) is { } told ? (told.Attempts, told.Delivered, told.Pending) : default);
        Assert.Equal("FROZEN", (await merchant.NextAsync())["pg_order_id"]);
    }

    [Fact]
    public async Task The_answer_of_an_advance_by_nothing_is_the_same_a_hundred_times()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(s_frozen);
        var answers = new HashSet<string>(StringComparer.Ordinal);
        for (var run = 0; run < Runs; run++)
        {
            for (var number = 1; number <= 3; number++)
                await sandbox.PayAsync(string.Create(CultureInfo.InvariantCulture, $"ORD{run}-{number}"), merchant.Link());
            answers.Add(JsonSerializer.Serialize(await sandbox.AdvanceAsync(TimeSpan.Zero)));
        }

        Assert.Contains("\"Attempts\":3,\"Delivered\":3,", Assert.Single(answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_pending_goes_out_when_the_clock_goes_on()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(s_frozen);
        var payment = await sandbox.PayAsync("ORD1", merchant.Link());

        await sandbox.SetClockAsync(s_frozen.ClockStandsAt!.Value, frozen: false);

        await merchant.NextAsync();
        await sandbox.RecordedAsync();
        Assert.Equal(CallbackState.Delivered, (await sandbox.Store.CallbackAsync(payment)).State);
    }

    [Fact]
    public async Task A_retry_that_a_freeze_overtakes_waits_for_the_advance()
    {
        var wait = TimeSpan.FromMinutes(30);
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500));
        await using var sandbox = await CallbackSandbox.StartAsync();
        await sandbox.PayAsync("ORD1", merchant.Link());
        await sandbox.RecordedAsync();
        await sandbox.SetClockAsync(sandbox.Clock().Now, frozen: true);

        sandbox.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal((0, 1), await sandbox.AdvanceAsync(TimeSpan.Zero) is { } nothing ? (nothing.Attempts, nothing.Pending) : default);
        Assert.Equal(1, (await sandbox.AdvanceAsync(wait))!.Attempts);
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_a_callback_that_a_frozen_clock_keeps_back()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(s_frozen);
        sandbox.GetAccount().ReplaceRules(new ActiveRules(RulesReader.Read("""[{ "then": { "callback": "before-answer" } }]"""u8.ToArray(), OperationNames.All).Rules!));

        await sandbox.PayAsync("ORD1", merchant.Link()).WaitAsync(Patience.Limit);

        Assert.Equal(1, (await sandbox.AdvanceAsync(TimeSpan.Zero))!.Delivered);
    }

    // From a person who read P1M as a month, and another one who read it as a minute.
    [Theory]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P1Y2M3DT4H")]
    [InlineData("P0M")]
    [InlineData("-P1D")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("P1D ")]
    public void Months_years_and_what_is_no_duration_are_refused(string text) => Assert.Null(SettingText.Duration(text));

    [Theory]
    [InlineData("PT1M", 60)]
    [InlineData("P1D", 86_400)]
    [InlineData("P1DT2H3M4S", 93_784)]
    [InlineData("PT0S", 0)]
    public void Days_hours_minutes_and_seconds_are_durations(string text, long seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SettingText.Duration(text));
}
