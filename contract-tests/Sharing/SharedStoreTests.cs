using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Postgres;
using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Sharing;

/// <summary>Several sandboxes on one database are one sandbox to those who call them.</summary>
public sealed class SharedStoreTests
{
    [PostgresFact]
    public async Task What_is_paid_at_one_is_known_and_called_back_once_by_all_of_them()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        var (a, b) = await shared.StartTwoAsync();
        var (atA, atB) = (SteeredMerchant.Default(a.Client), SteeredMerchant.Default(b.Client));

        for (var number = 0; number < 20; number++)
            Assert.Equal("ok", (await (number % 2 == 0 ? atA : atB).PayAsync($"ORD{number}", inbox.Link())).Outcome);
        Assert.Equal("9991", (await atB.PayAsync("ORD0", inbox.Link())).Outcome);
        await atA.CatchUpAsync();

        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"ORD{number}").Order(StringComparer.Ordinal), inbox.All.Select(callback => callback.Fields["pg_order_id"]).Order(StringComparer.Ordinal));
        Assert.All(inbox.All, callback => Assert.True(atA.IsSigned(callback)));
        Assert.Equal(20, (await atB.PayoutsAsync()).Select(payout => (long)payout["id"]!).Distinct().Count());
        Assert.Equal((999_998_000m, 999_998_000m), (await atA.BalanceAsync(), await atB.BalanceAsync()));
    }

    [PostgresFact]
    public async Task Payouts_at_once_at_several_never_overdraw_the_balance_and_never_share_an_id()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        var settings = new SandboxSettings { Merchants = [Merchant.Default with { OpeningBalance = Protocol.Amount.FromUnits(1000) }] };
        var (a, b) = await shared.StartTwoAsync(settings);

        var replies = await Task.WhenAll(Enumerable.Range(0, 120).Select(number =>
            SteeredMerchant.Default((number % 2 == 0 ? a : b).Client).PayAsync($"ORD{number / 2}", inbox.Link(), amount: "50")));

        Assert.Equal((60, 20, 40), (Count("9991"), Count("ok"), Count("8888")));
        Assert.Equal(0m, await SteeredMerchant.Default(b.Client).BalanceAsync());
        Assert.Equal(20, replies.Where(reply => reply.Outcome == "ok").Select(reply => reply["pg_payment_id"]).Distinct(StringComparer.Ordinal).Count());

        int Count(string outcome) => replies.Count(reply => reply.Outcome == outcome);
    }

    [PostgresFact]
    public async Task A_merchant_made_at_one_works_at_the_other_and_one_that_joins_later()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        var (a, b) = await shared.StartTwoAsync();

        var made = await a.Admin.PostAsync("merchants", new { currency = "KZT", balance = 500 });
        var (id, secret) = ((long)made["id"]!, (string)made["payoutSecret"]!);
        var c = await shared.StartAsync();

        Assert.Equal("ok", (await new SteeredMerchant(b.Client, id, secret).PayAsync("ORD1", inbox.Link())).Outcome);
        Assert.Equal("ok", (await new SteeredMerchant(c.Client, id, secret).PayAsync("ORD2", inbox.Link())).Outcome);
        Assert.Equal(300m, await new SteeredMerchant(a.Client, id, secret).BalanceAsync());
        Assert.Equal("KZT", (string)(await c.Admin.GetAsync($"merchants/{id}"))["currency"]!);
        var (status, _) = await b.Admin.SendAsync(HttpMethod.Post, "merchants", $$"""{"id":{{id}}}""");
        Assert.Equal(409, status);
    }

    [PostgresFact]
    public async Task Many_made_at_once_everywhere_are_all_different()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        var (a, b) = await shared.StartTwoAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => (number % 2 == 0 ? a : b).Admin.PostAsync("merchants", new { })));

        Assert.Equal(20, made.Select(merchant => (long)merchant["id"]!).Distinct().Count());
        Assert.Equal(21, (await a.Admin.ListAsync("merchants")).Count);
        Assert.Equal(21, (await b.Admin.ListAsync("merchants")).Count);
    }

    [PostgresFact]
    public async Task A_change_and_a_removal_at_one_are_in_force_at_the_other()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        var (a, b) = await shared.StartTwoAsync();
        var merchant = await a.MakeAsync(new { });

        await b.Admin.PutAsync($"merchants/{merchant.Id}", """{"disabledMethods":["p2p2nonreg"],"balance":7}""");
        Assert.Equal("9992", (await merchant.PayAsync("ORD1", inbox.Link())).Outcome);
        Assert.Equal(7m, await merchant.BalanceAsync());

        Assert.Equal(204, (await b.Admin.SendAsync(HttpMethod.Delete, $"merchants/{merchant.Id}")).Status);
        Assert.Equal("9998", (await merchant.PayAsync("ORD2", inbox.Link())).Outcome);
    }

    [PostgresFact]
    public async Task Rules_put_at_one_play_at_the_other_until_they_are_taken_back()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        var (a, b) = await shared.StartTwoAsync();
        var (atA, atB) = (SteeredMerchant.Default(a.Client), SteeredMerchant.Default(b.Client));

        await atA.PutRulesAsync("""{"rules":[{"when":{"orderId":"BAD*"},"then":{"outcome":"error 10009"}}]}""");
        Assert.Equal("10009", (await atB.PayAsync("BAD1", inbox.Link())).Outcome);
        var c = await shared.StartAsync();
        Assert.Equal("10009", (await SteeredMerchant.Default(c.Client).PayAsync("BAD2", inbox.Link())).Outcome);

        await b.Admin.SendAsync(HttpMethod.Delete, "merchants/9970/rules");
        Assert.Equal("ok", (await atA.PayAsync("BAD3", inbox.Link())).Outcome);
    }

    [PostgresFact]
    public async Task A_rule_about_the_first_call_plays_once_wherever_that_call_comes()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        var (a, b) = await shared.StartTwoAsync();
        var merchants = new[] { SteeredMerchant.Default(a.Client), SteeredMerchant.Default(b.Client) };
        const string once = """{"rules":[{"when":{"first":1},"then":{"outcome":"error 10009"}}]}""";

        foreach (var merchant in merchants)
        {
            await merchant.PutRulesAsync(once);
            var outcomes = new List<string>();
            for (var number = 0; number < 4; number++)
                outcomes.Add((await merchants[number % 2].PayAsync($"{merchant.GetHashCode()}-{number}", inbox.Link())).Outcome);
            Assert.Equal(["10009", "ok", "ok", "ok"], outcomes);
        }
    }

    [PostgresFact]
    public async Task A_clock_moved_at_one_is_in_force_at_the_other_and_due_callbacks_have_gone_out_by_then()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        await using var inbox = await MerchantEndpoint.StartAsync(_ => EndpointAnswers.Status(500));
        var (a, b) = await shared.StartTwoAsync();
        var (atA, atB) = (SteeredMerchant.Default(a.Client), SteeredMerchant.Default(b.Client));
        await a.Admin.PutAsync("merchants/9970/clock", """{"now":"2030-01-01T00:00:00Z","frozen":true}""");
        await atB.PayAsync("ORD1", inbox.Link());
        await atB.CatchUpAsync();

        var told = await atA.AdvanceAsync("2h");

        Assert.Equal((4, 1), ((int)told["attempts"]!, (int)told["deadLetters"]!));
        Assert.Equal(5, inbox.All.Count);
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 2, 0, 0, TimeSpan.Zero), await atB.NowAsync());
        await b.Admin.PostAsync("clock/advance", new { by = "1h" });
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 3, 0, 0, TimeSpan.Zero), await atA.NowAsync());
        var made = await a.MakeAsync(new { });

        // Between two looks at the machine's clock, the test may be slow.
        var before = TimeProvider.System.GetUtcNow();
        var now = await made.NowAsync();
        Assert.InRange(now, before.AddMinutes(59), TimeProvider.System.GetUtcNow().AddMinutes(61));
    }

    [PostgresFact]
    public async Task Clocks_advanced_at_once_at_both_lose_no_advance()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        var (a, b) = await shared.StartTwoAsync();
        await a.Admin.PutAsync("merchants/9970/clock", """{"now":"2030-01-01T00:00:00Z","frozen":true}""");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => SteeredMerchant.Default((number % 2 == 0 ? a : b).Client).AdvanceAsync("1h")));

        Assert.Equal(new DateTimeOffset(2030, 1, 1, 10, 0, 0, TimeSpan.Zero), await SteeredMerchant.Default(b.Client).NowAsync());
    }

    [PostgresFact]
    public async Task A_reset_at_one_fences_the_other()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var inbox = await MerchantEndpoint.StartAsync(_ => context => held.Task.WaitAsync(context.RequestAborted));
        var (a, b) = await shared.StartTwoAsync();
        var (atA, atB) = (SteeredMerchant.Default(a.Client), SteeredMerchant.Default(b.Client));
        await atB.PayAsync("ORD1", inbox.Link());
        await inbox.ComeAsync(1);

        await atA.ResetAsync();

        Assert.Empty(await atB.PayoutsAsync());
        Assert.Equal(1_000_000_000m, await atB.BalanceAsync());
        Assert.Equal("ok", (await atB.PayAsync("ORD1", inbox.Link("/again"))).Outcome);
        held.SetResult();
        await atB.CatchUpAsync();
        Assert.Equal("delivered", (string)Assert.Single(await atA.CallbacksAsync())["state"]!);
    }

    [PostgresFact]
    public async Task Resets_at_once_at_both_leave_one_empty_account()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        var (a, b) = await shared.StartTwoAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => SteeredMerchant.Default((number % 2 == 0 ? a : b).Client).ResetAsync()));

        Assert.Equal("ok", (await SteeredMerchant.Default(a.Client).PayAsync("ORD1", inbox.Link())).Outcome);
        Assert.Equal("ok", (await SteeredMerchant.Default(b.Client).PayAsync("ORD2", inbox.Link())).Outcome);
        Assert.Equal(2, (await SteeredMerchant.Default(a.Client).PayoutsAsync()).Count);
    }

    [PostgresFact]
    public async Task Who_watches_the_dashboard_at_one_sees_what_happens_at_the_other()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        var (a, b) = await shared.StartTwoAsync();
        using var stream = new StreamReader(await b.Client.GetStreamAsync(new Uri("/dashboard/events?merchant=9970", UriKind.Relative)));
        Assert.Equal("data: beat", await NextAsync(stream));

        await SteeredMerchant.Default(a.Client).PayAsync("SEEN", inbox.Link());

        Assert.Equal("data: beat", await NextAsync(stream));
        Assert.Contains("SEEN", await b.Client.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_long_poll_at_one_ends_with_what_happens_at_the_other()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        var (a, b) = await shared.StartTwoAsync();

        var waiting = b.Admin.ListAsync("merchants/9970/callbacks?order=ORD1&state=delivered&wait=PT30S");
        await SteeredMerchant.Default(a.Client).PayAsync("ORD1", inbox.Link());

        Assert.Single(await waiting);
    }

    [PostgresFact]
    public async Task Nothing_that_was_made_over_http_stands_readable_in_the_database()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        var a = await shared.StartAsync();
        await a.Admin.PostAsync("merchants", new { payoutSecret = "very-secret-indeed", receiveSecret = "secret-as-well" });
        await SteeredMerchant.Default(a.Client).PutRulesAsync("""{"rules":[{"when":{"card":"5507841999732294"},"then":{"outcome":"error 10009"}}]}""");

        var all = (string)(await shared.Database.AskAsync("select string_agg(m::text, ' ') || (select string_agg(a::text, ' ') from accounts a) from merchants m"))!;

        Assert.DoesNotContain("secret", all, StringComparison.Ordinal);
        Assert.DoesNotContain("55078419", all, StringComparison.Ordinal);
        Assert.Contains("10001", all, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task One_that_was_started_with_another_secret_leaves_those_merchants_alone()
    {
        await using var shared = await SharedDatabase.CreateAsync();
        await using var inbox = await MerchantEndpoint.StartAsync();
        var a = await shared.StartAsync();
        var made = await a.MakeAsync(new { });
        var stranger = await shared.StartAsync(new SandboxSettings { Merchants = [Merchant.Default with { Secrets = new MerchantSecrets("other", "other") }] });

        Assert.Equal(404, (await stranger.Admin.SendAsync(HttpMethod.Get, $"merchants/{made.Id}")).Status);
        Assert.Equal("ok", (await made.PayAsync("ORD1", inbox.Link())).Outcome);
        await inbox.ComeAsync(1, "ORD1");
    }

    private static async Task<string?> NextAsync(StreamReader stream)
    {
        var patience = Patience.For("a line of the dashboard's events");
        string? line;
        do
            line = await stream.ReadLineAsync().WaitAsync(patience.Left);
        while (line is "");
        return line;
    }
}
