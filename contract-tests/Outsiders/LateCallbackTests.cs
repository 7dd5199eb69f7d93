using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Outsiders;

// From a PHP shop that paid four process cards in one loop and measured when each callback came: 0, 4.7, 4.4 and 4.0 s late.
public sealed class LateCallbackTests : IDisposable
{
    private static readonly TimeSpan s_apart = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan s_settleAfter = TimeSpan.FromSeconds(2);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("late-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Each_payout_in_process_is_called_back_at_the_moment_it_settles()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(CallbackSandbox.Merchant with { SettleAfter = s_settleAfter });
        var due = new List<DateTimeOffset>();
        for (var number = 1; number <= 4; number++)
        {
            await PayInProcessAsync(sandbox, $"ORD{number}", merchant.Link());
            due.Add(sandbox.Time.GetUtcNow() + s_settleAfter);
            sandbox.Time.Advance(s_apart);
        }

        Assert.Equal(due, await AttemptedAsync(sandbox, due));
    }

    [Fact]
    public async Task Each_retry_goes_out_at_the_moment_it_is_due()
    {
        var wait = TimeSpan.FromMilliseconds(1500);
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500));
        await using var sandbox = await CallbackSandbox.StartAsync(
            CallbackSandbox.Merchant with { Schedule = new CallbackSchedule(TimeSpan.Zero, wait, wait) });
        var made = new List<DateTimeOffset>();
        for (var number = 1; number <= 4; number++)
        {
            await sandbox.PayAsync($"ORD{number}", merchant.Link());
            made.Add((await sandbox.AttemptAsync()).At);
            sandbox.Time.Advance(s_apart);
        }

        var due = made.Select(moment => moment + wait).Concat(made.Select(moment => moment + wait + wait)).ToList();
        Assert.Equal(due, await AttemptedAsync(sandbox, due));
    }

    [Fact]
    public async Task What_an_earlier_sandbox_left_behind_goes_out_at_the_moment_it_is_due()
    {
        var settings = new SandboxSettings
        {
            Merchants = [CallbackSandbox.Merchant with { SettleAfter = s_settleAfter }],
            Store = Path.Combine(_directory.FullName, "sandbox.db"),
        };
        var time = new ManualTime();
        await using var merchant = await MerchantEndpoint.StartAsync();
        var due = new List<DateTimeOffset>();
        await using (var first = await CallbackSandbox.StartAsync(settings, time))
        {
            for (var number = 1; number <= 4; number++)
            {
                await PayInProcessAsync(first, $"ORD{number}", merchant.Link());
                due.Add(time.GetUtcNow() + s_settleAfter);
                time.Advance(s_apart);
            }

            await first.StopAsync();
        }

        await using var second = await CallbackSandbox.StartAsync(settings, time);
        await second.PayAsync("FIRST-LOOK-IS-OVER", merchant.Link());
        await second.RecordedAsync();

        Assert.Equal(due, await AttemptedAsync(second, due));
    }

    [Fact]
    public async Task After_a_clock_was_set_each_callback_goes_out_at_the_moment_it_is_due_by_then()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(CallbackSandbox.Merchant with { SettleAfter = TimeSpan.FromHours(1) });
        var due = new List<DateTimeOffset>();
        for (var number = 1; number <= 4; number++)
        {
            await PayInProcessAsync(sandbox, $"ORD{number}", merchant.Link());
            due.Add(sandbox.Time.GetUtcNow() + TimeSpan.FromHours(1));
            sandbox.Time.Advance(s_apart);
        }

        // Two seconds before the first of them.
        var moment = due[0] - TimeSpan.FromSeconds(2);
        var ahead = moment - sandbox.Time.GetUtcNow();
        await sandbox.SetClockAsync(moment);

        Assert.Equal(due, await AttemptedAsync(sandbox, due.Select(at => at - ahead)));
    }

    [Fact]
    public async Task A_resend_does_not_hide_what_is_due_later()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(CallbackSandbox.Merchant with { SettleAfter = s_settleAfter });
        await PayInProcessAsync(sandbox, "LATER", merchant.Link());
        var due = sandbox.Time.GetUtcNow() + s_settleAfter;
        sandbox.Time.Advance(s_apart);
        for (var number = 1; number <= 3; number++)
        {
            await sandbox.PayAsync($"AT-ONCE-{number}", merchant.Link());
            await sandbox.RecordedAsync();
        }

        Assert.Equal([due], await AttemptedAsync(sandbox, [due]));
    }

    [PostgresFact]
    public async Task What_another_sandbox_has_taken_in_goes_out_at_the_moment_it_is_due()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        await using var merchant = await MerchantEndpoint.StartAsync();
        var time = new ManualTime();
        var due = new List<DateTimeOffset>();
        await using var living = await CallbackSandbox.StartAsync(new SandboxSettings { Store = database.ConnectionString, Merchants = [CallbackSandbox.Merchant] }, time);
        await using (var another = new StoreScene(await SandboxStore.OpenAsync(database.ConnectionString), time))
        {
            await another.EnrolAsync();
            for (var number = 1; number <= 4; number++)
            {
                await another.PayAsync($"ORD{number}", link: merchant.Link(), outcome: new Outcome(null, InProcess: true));
                due.Add(time.GetUtcNow() + another.Merchant.SettleAfter);
                time.Advance(s_apart);
            }
        }

        Assert.Equal(due, await AttemptedAsync(living, due));
    }

    [Fact]
    public async Task Each_page_that_nobody_fills_is_called_back_at_its_time_limit()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant with { Schedule = new CallbackSchedule(TimeSpan.Zero) });
        var start = sandbox.Time.GetUtcNow();
        for (var number = 1; number <= 4; number++)
        {
            var limit = WireDate.Local(start.AddSeconds(10 + number), TimeSpan.FromHours(6));
            await sandbox.CallAsync(FamilyCall.Page($"ORD{number}", postLink: merchant.Link()).With("pg_order_time_limit", limit));
        }

        for (var number = 1; number <= 4; number++)
        {
            sandbox.Time.Advance(start.AddSeconds(10 + number) - sandbox.Time.GetUtcNow());
            Assert.Equal($"ORD{number}", (await merchant.NextAsync())[Fields.OrderId]);
        }
    }

    private static Task<System.Xml.Linq.XElement> PayInProcessAsync(CallbackSandbox sandbox, string orderId, string link) =>
        sandbox.PayAsync(new PayoutCall(orderId, link) { Card = PayoutCall.ProcessThenSuccess });

    // Moves the machine's clock from one moment to the next and tells when the attempts were made that came then.
    private static async Task<List<DateTimeOffset>> AttemptedAsync(CallbackSandbox sandbox, IEnumerable<DateTimeOffset> moments)
    {
        var attempted = new List<DateTimeOffset>();
        foreach (var moment in moments)
        {
            sandbox.Time.Advance(moment - sandbox.Time.GetUtcNow());
            attempted.Add((await sandbox.AttemptAsync()).At);
        }

        return attempted;
    }
}
