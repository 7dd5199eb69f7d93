using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class ResetEndpointTests : SandboxTest
{
    [Theory]
    [InlineData("/merchants/9970/reset")]
    [InlineData("/reset")]
    public async Task Everything_begins_anew_and_is_the_same_again(string place)
    {
        var first = await LiveAsync();
        (await Sandbox.PostAsync(place)).Is(200);

        foreach (var (path, list) in ((string, string)[])[("payouts", "payouts"), ("callbacks", "callbacks"), ("requests", "requests")])
            Assert.Empty((await Sandbox.GetAsync($"/merchants/9970/{path}")).Is(200).List(list));
        Assert.Equal("""{"count":0,"complete":true,"evicted":0}""", (await Sandbox.GetAsync("/merchants/9970/requests/count")).Text);
        Assert.All((await Sandbox.GetAsync("/merchants/9970/rules")).List("rules").AssertNotEmpty(), rule => Assert.Equal((0, 0, true), (
            rule.GetProperty("hits").GetInt64(), rule.GetProperty("calls").GetInt64(), rule.GetProperty("builtIn").GetBoolean())));
        Assert.Equal("2026-01-15T09:00:00+00:00", (await Sandbox.GetAsync("/merchants/9970/clock")).Said("now"));
        Assert.Equal("1000000000", await Sandbox.BalanceAsync());
        Assert.Equal(first, await LiveAsync());
    }

    [Fact]
    public async Task Settings_and_secrets_stay()
    {
        await Sandbox.PutAsync("/merchants/9970", """{"payoutSecret": "another", "commission": 3, "settleAfter": "9s"}""");
        var before = (await Sandbox.GetAsync("/merchants/9970")).Text;
        var answer = (await Sandbox.PostAsync("/merchants/9970/reset")).Is(200);
        Assert.Equal((before, before), (answer.Text, (await Sandbox.GetAsync("/merchants/9970")).Text));
        Assert.Equal("ok", (await Sandbox.CallAsync(SignedCall.Payout() with { Secret = "another" })).Outcome);
    }

    [Fact]
    public async Task A_reset_of_one_touches_no_other()
    {
        var (other, _) = await Sandbox.MakeAsync("""{"seed": 5}""");
        await LiveAsync();
        (await Sandbox.PostAsync($"/merchants/{other}/reset")).Is(200);
        Assert.Equal(2, (await Sandbox.GetAsync("/merchants/9970/payouts")).List("payouts").Length);
    }

    [Fact]
    public async Task A_reset_of_all_empties_everybody_nobody_and_the_clock_of_who_comes()
    {
        var (other, secret) = await Sandbox.MakeAsync();
        await Sandbox.PayAsync("1");
        await Sandbox.PayAsync("1", merchant: other, secret: secret);
        await Sandbox.CallAsync(SignedCall.Payout(merchant: 1));
        await Sandbox.PostAsync("/clock/advance", """{"by": "3h"}""");

        Assert.Equal("""{"merchants":2}""", (await Sandbox.PostAsync("/reset")).Is(200).Text);

        Assert.Empty((await Sandbox.GetAsync("/payouts")).List("payouts"));
        Assert.Empty((await Sandbox.GetAsync("/requests")).List("requests"));
        Assert.Equal(["9970", $"{other}"], (await Sandbox.GetAsync("/merchants")).Each("merchants", "id"));
        foreach (var place in (string[])["/clock", $"/merchants/{other}/clock", $"/merchants/{(await Sandbox.MakeAsync()).Id}/clock"])
            Assert.Equal("2026-01-15T09:00:00+00:00", (await Sandbox.GetAsync(place)).Said("now"));
    }

    [Theory]
    [InlineData("/reset?merchant=9970")]
    [InlineData("/merchants/9970/reset?all=true")]
    public async Task A_reset_that_seems_to_mean_another_is_none(string place)
    {
        await Sandbox.PayAsync("1");
        (await Sandbox.PostAsync(place)).Is(400);
        Assert.Single((await Sandbox.GetAsync("/payouts")).List("payouts"));
    }

    /// <summary>A short life with a bit of everything.</summary>
    /// <returns>All of it that a seed decides.</returns>
    private async Task<string> LiveAsync()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync();
        await Sandbox.PutAsync("/merchants/9970/rules", """[{"when": {"orderId": "B"}, "then": {"outcome": "error 10001"}}]""");
        var call = SignedCall.Payout("A").With("pg_post_link", endpoint.Link());
        var entry = await Sandbox.RequestIdAsync(call.AsForm());
        var payout = (await Sandbox.GetAsync("/payouts?order=A")).List("payouts").Single();
        var failed = await Sandbox.CallAsync(SignedCall.Payout("B").With("pg_post_link", endpoint.Link()));
        var refused = await Sandbox.CallAsync(SignedCall.Payout("C") with { Secret = "wrong" });
        await Sandbox.PostAsync("/merchants/9970/clock/advance", """{"by": "5h"}""");
        var salts = new[] { (await endpoint.NextAsync())["pg_salt"], (await endpoint.NextAsync())["pg_salt"] }.Order(StringComparer.Ordinal);
        var answer = (await Sandbox.GetAsync($"/requests/{entry}"))["answer"].GetProperty("body").GetString();
        return string.Join('\n', [entry, $"{payout}".Replace(endpoint.Address, "", StringComparison.Ordinal), answer, failed["pg_salt"], refused["pg_salt"], .. salts]);
    }
}
