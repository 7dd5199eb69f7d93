using System.Text.Json;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class MerchantEndpointTests : SandboxTest
{
    private const string Everything =
        """
        {
          "id": 4711, "payoutSecret": "p-secret", "receiveSecret": "r-secret", "balance": 500.5, "currency": "KZT", "commission": 2.5,
          "utcOffset": "-03:30", "settleAfter": "PT1M", "callbackSchedule": ["0s", "1.5s", "2h"], "callbackTimeout": "5s",
          "disabledMethods": ["p2p2nonreg"], "seed": 7, "clock": "2026-03-01T00:00:00+06:00", "signErrors": "Always",
          "duplicateOrder": "Accept", "unknownCards": "Refuse", "processAnswer": "OkWithPaymentStatus", "failedCallbacks": "Skip",
          "callbackScriptName": "PreviousSegment", "strictBankDetails": true
        }
        """;

    [Theory]
    [InlineData("{}")]
    [InlineData(null)]
    [InlineData("\uFEFF{ /* nothing to say */ }")]
    public async Task Nothing_makes_a_merchant_that_can_pay(string? body)
    {
        var made = (await Sandbox.PostAsync("/merchants", body)).Is(201);

        Assert.Equal(10_001, made.Number("id"));
        Assert.Equal("/__admin/merchants/10001", made.Response.Headers.Location?.OriginalString);
        Assert.Equal(1_000_000_000m, made["balance"].GetDecimal());
        Assert.False(made.Said("payoutSecret") == made.Said("receiveSecret"));
        var reply = await Sandbox.CallAsync(SignedCall.Payout(merchant: 10_001) with { Secret = made.Said("payoutSecret") });
        Assert.Equal("ok", reply.Outcome);
        Assert.True(reply.IsSignedWith(made.Said("payoutSecret")));
        Assert.Equal("1100", (await Sandbox.CallAsync(SignedCall.Payout("2", merchant: 10_001) with { Secret = made.Said("receiveSecret") })).Outcome);
    }

    [Fact]
    public async Task Everything_can_be_given_and_is_shown_again_but_the_secrets()
    {
        var made = (await Sandbox.PostAsync("/merchants", Everything)).Is(201);
        var shown = (await Sandbox.GetAsync("/merchants/4711")).Is(200);

        Assert.Equal(("p-secret", "r-secret"), (made.Said("payoutSecret"), made.Said("receiveSecret")));
        Assert.Equal(
            """
            {"id":4711,"balance":500.5,"currency":"KZT","commission":2.5,"utcOffset":"-03:30","settleAfter":"1m","callbackSchedule":["0s","1500ms","2h"],
            "callbackTimeout":"5s","disabledMethods":["p2p2nonreg"],"seed":7,"clock":"2026-02-28T18:00:00.000+00:00","signErrors":"Always",
            "duplicateOrder":"Accept","unknownCards":"Refuse","processAnswer":"OkWithPaymentStatus","failedCallbacks":"Skip","callbackScriptName":"PreviousSegment",
            "strictBankDetails":true}
            """.ReplaceLineEndings(""),
            shown.Text);
        Assert.Equal("2026-02-28T18:00:00+00:00", (await Sandbox.GetAsync("/merchants/4711/clock")).Said("now"));
    }

    [Fact]
    public async Task What_is_shown_can_be_sent_back_and_changes_nothing()
    {
        await Sandbox.PostAsync("/merchants", Everything);
        await Sandbox.PutAsync("/merchants/4711", """{"disabledMethods": []}""");
        Assert.Equal("ok", (await Sandbox.CallAsync(SignedCall.Payout(merchant: 4711, card: AdminCall.Success) with { Secret = "p-secret" })).Outcome);
        var shown = await Sandbox.GetAsync("/merchants/4711");
        Assert.Equal(398m, shown["balance"].GetDecimal());

        var put = (await Sandbox.PutAsync("/merchants/4711", shown.Text)).Is(200);

        Assert.Equal(shown.Text, put.Text);
        Assert.Equal(shown.Text, (await Sandbox.GetAsync("/merchants/4711")).Text);
        var payout = SignedCall.Payout("2", merchant: 4711, card: AdminCall.Success) with { Secret = "p-secret" };
        Assert.Equal("ok", (await Sandbox.CallAsync(payout)).Outcome);
        Assert.Equal(500.5m, (await Sandbox.PostAsync("/merchants/4711/reset"))["balance"].GetDecimal());
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_secrets_and_another_one_others()
    {
        var secrets = new List<string>();
        foreach (var seed in (int[])[7, 7, 8])
        {
            var made = (await Sandbox.PostAsync("/merchants", $$"""{"id": 5000, "seed": {{seed}}}""")).Is(201);
            secrets.Add(made.Said("payoutSecret") + made.Said("receiveSecret"));
            (await Sandbox.DeleteAsync("/merchants/5000")).Is(204);
        }

        Assert.Equal(secrets[0], secrets[1]);
        Assert.False(secrets[0] == secrets[2]);
        Assert.NotEqual(await Sandbox.MakeAsync(), await Sandbox.MakeAsync());
    }

    [Theory]
    [InlineData("payoutSecret")]
    [InlineData("receiveSecret")]
    [Proves("S-9")]
    public async Task One_secret_serves_for_both(string member)
    {
        var made = (await Sandbox.PostAsync("/merchants", $$"""{"{{member}}": "only-one"}""")).Is(201);
        Assert.Equal(("only-one", "only-one"), (made.Said("payoutSecret"), made.Said("receiveSecret")));
    }

    [Fact]
    public async Task Secrets_are_shown_once_and_nowhere_else()
    {
        var made = await Sandbox.PostAsync("/merchants", """{"seed": 3}""");
        var (id, payout, receive) = (made.Number("id"), made.Said("payoutSecret"), made.Said("receiveSecret"));
        await Sandbox.CallAsync(SignedCall.Payout(merchant: id) with { Secret = payout });
        var texts = new List<string>
        {
            (await Sandbox.PutAsync($"/merchants/{id}", """{"payoutSecret": "changed-secret-1"}""")).Is(200).Text,
            (await Sandbox.PutAsync($"/merchants/{id}", """{"payoutSecret": 5, "receiveSecret": {"a": "changed-secret-1"}}""")).Is(400).Text,
            (await Sandbox.PostAsync($"/merchants/{id}/reset")).Is(200).Text,
        };
        foreach (var path in (string[])[$"/merchants/{id}", "/merchants", "/config", "/health", "/openapi.json", "/requests", $"/merchants/{id}/rules"])
            texts.Add((await Sandbox.GetAsync(path)).Is(200).Text);
        texts.AddRange(Sandbox.Log.Entries.AssertNotEmpty());

        foreach (var secret in (string[])[payout, receive, "changed-secret-1", SignedCall.PayoutSecret, SignedCall.ReceiveSecret])
            Assert.DoesNotContain(texts, text => text.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain("payoutSecret", texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_id_is_refused_with_both_ways_out()
    {
        var refused = (await Sandbox.PostAsync("/merchants", """{"id": 9970, "balance": 1}""")).Is(409);
        Assert.Contains("PUT", refused.Detail, StringComparison.Ordinal);
        Assert.Contains("leave the id out", refused.Detail, StringComparison.Ordinal);
        Assert.Equal("1000000000", await Sandbox.BalanceAsync());
    }

    [Fact]
    public async Task Fresh_ids_pass_over_the_taken_ones()
    {
        await Sandbox.MakeAsync("""{"id": 10001}""");
        await Sandbox.MakeAsync("""{"id": 10003}""");
        Assert.Equal((10_002, 10_004), ((await Sandbox.MakeAsync()).Id, (await Sandbox.MakeAsync()).Id));
        Assert.Equal(["9970", "10001", "10002", "10003", "10004"], (await Sandbox.GetAsync("/merchants")).Each("merchants", "id"));
    }

    [Fact]
    public async Task Many_made_at_once_have_an_id_each()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Sandbox.MakeAsync()));
        Assert.Equal(Enumerable.Range(10_001, 20).Select(id => (long)id), made.Select(one => one.Id).Order());
        Assert.Equal(20, made.Select(one => one.Secret).Distinct(StringComparer.Ordinal).Count());

        var same = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Sandbox.PostAsync("/merchants", """{"id": 77}""")));
        Assert.Equal((1, 9), (same.Count(one => one.Status == 201), same.Count(one => one.Status == 409)));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_and_nothing_given_is_told_back()
    {
        const string Wrong = """{"id": -1, "balanse": "hush-1", "currency": "hush-2", "seed": "hush-3", "signErrors": "hush-4", "clock": {"hush": 5}, "utcOffset": true}""";
        foreach (var refused in (AdminAnswer[])[await Sandbox.PostAsync("/merchants", Wrong), await Sandbox.PutAsync("/merchants/9970", Wrong)])
        {
            refused.Is(400);
            Assert.Equal(["id", "balanse", "currency", "seed", "signErrors", "clock", "utcOffset"], refused.Errors.Select(error => error.Split(':', ' ')[0]), StringComparer.Ordinal);
            Assert.Contains("Did you mean balance?", refused.Errors[1], StringComparison.Ordinal);
            Assert.Contains("callbackScriptName", refused.Errors[1], StringComparison.Ordinal);
            Assert.DoesNotContain("hush", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await Sandbox.GetAsync("/health")).Number("merchants"));
    }

    [Fact]
    public async Task A_removed_merchant_is_gone_with_all_it_had()
    {
        await using var endpoint = await MerchantEndpoint.StartAsync();
        var (id, secret) = await Sandbox.MakeAsync();
        var payment = await Sandbox.PayAsync("1", merchant: id, secret: secret, link: endpoint.Link());
        var request = (await Sandbox.GetAsync($"/merchants/{id}/requests")).Each("requests", "id").Single();

        var removed = (await Sandbox.DeleteAsync($"/merchants/{id}")).Is(204);

        Assert.Empty(removed.Text);
        Assert.Equal("9998", (await Sandbox.CallAsync(SignedCall.Payout("2", merchant: id) with { Secret = secret })).Outcome);
        foreach (var path in (string[])["", "/payouts", $"/payouts/{payment}", "/callbacks", "/requests", "/requests/count", "/rules", "/clock"])
            (await Sandbox.GetAsync($"/merchants/{id}{path}")).Is(404);
        foreach (var path in (string[])[$"/payouts/{payment}", $"/callbacks/{payment}-1", $"/requests/{request}", $"/payouts?merchant={id}"])
            (await Sandbox.GetAsync(path)).Is(404);
        (await Sandbox.DeleteAsync($"/merchants/{id}")).Is(404);
        (await Sandbox.PostAsync($"/merchants/{id}/reset")).Is(404);
        Assert.Empty((await Sandbox.GetAsync("/payouts")).List("payouts"));
    }

    [Fact]
    public async Task A_merchant_made_again_under_the_id_begins_with_nothing()
    {
        await Sandbox.MakeAsync("""{"id": 5000, "payoutSecret": "s", "seed": 1}""");
        var first = await Sandbox.PayAsync("1", merchant: 5000, secret: "s");
        await Sandbox.DeleteAsync("/merchants/5000");
        await Sandbox.MakeAsync("""{"id": 5000, "payoutSecret": "s", "seed": 1}""");

        Assert.Empty((await Sandbox.GetAsync("/merchants/5000/payouts")).List("payouts"));
        Assert.Equal(first, await Sandbox.PayAsync("1", merchant: 5000, secret: "s"));
    }

    [Fact]
    public async Task The_list_shows_each_as_it_shows_itself()
    {
        var (id, _) = await Sandbox.MakeAsync(Everything);
        var list = (await Sandbox.GetAsync("/merchants")).Is(200).List("merchants");
        Assert.Equal((await Sandbox.GetAsync($"/merchants/{id}")).Text, JsonSerializer.Serialize(list[0], s_readable));
    }

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
