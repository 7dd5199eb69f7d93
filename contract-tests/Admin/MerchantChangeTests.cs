using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class MerchantChangeTests : SandboxTest
{
    public static TheoryData<string, string, string> Changes { get; } = new()
    {
        { "balance", "12.34", "12.34" },
        { "currency", "\"KZT\"", "KZT" },
        { "commission", "\"1.50\"", "1.50" },
        { "utcOffset", "\"+05:00\"", "+05:00" },
        { "settleAfter", "\"90s\"", "90s" },
        { "callbackSchedule", "\"once\"", "[\"0s\"]" },
        { "callbackTimeout", "\"PT2S\"", "2s" },
        { "disabledMethods", "\"p2p2nonreg\"", "[\"p2p2nonreg\"]" },
        { "seed", "5", "5" },
        { "clock", "\"2026-02-01T00:00:00Z\"", "2026-02-01T00:00:00.000+00:00" },
        { "signErrors", "\"never\"", "Never" },
        { "duplicateOrder", "\"Accept\"", "Accept" },
        { "unknownCards", "\"Refuse\"", "Refuse" },
        { "processAnswer", "\"OkWithPaymentStatus\"", "OkWithPaymentStatus" },
        { "failedCallbacks", "\"Skip\"", "Skip" },
        { "callbackScriptName", "\"PreviousSegment\"", "PreviousSegment" },
        { "strictBankDetails", "true", "True" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_changes_what_is_given_and_nothing_else(string member, string json, string shown)
    {
        var before = (await Sandbox.GetAsync("/merchants/9970")).Json;
        var after = (await Sandbox.PutAsync("/merchants/9970", $$"""{"{{member}}": {{json}}}""")).Is(200).Json;

        Assert.Equal(shown, after.GetProperty(member).ToString());
        Assert.False(before.TryGetProperty(member, out var old) && old.ToString() == shown);
        foreach (var other in before.EnumerateObject().Where(other => other.Name != member))
            Assert.Equal(other.Value.ToString(), after.GetProperty(other.Name).ToString());
    }

    [Fact]
    public void Every_setting_has_its_change_here() => Assert.Equal(
        MerchantSettingTable.All.Select(setting => setting.Member).Where(member => member is not ("id" or "payoutSecret" or "receiveSecret")),
        Changes.Select(change => (string)change[0]),
        StringComparer.Ordinal);

    [Fact]
    public async Task New_secrets_sign_from_then_on()
    {
        await Sandbox.PutAsync("/merchants/9970", """{"payoutSecret": "another"}""");
        Assert.Equal("1100", (await Sandbox.CallAsync(SignedCall.Payout())).Outcome);
        var reply = await Sandbox.CallAsync(SignedCall.Payout() with { Secret = "another" });
        Assert.True(reply.IsSignedWith("another"));
    }

    [Fact]
    public async Task A_new_balance_counts_at_once_and_is_what_a_reset_goes_back_to()
    {
        await Sandbox.PayAsync("1");
        Assert.Equal(150m, (await Sandbox.PutAsync("/merchants/9970", """{"balance": 150}"""))["balance"].GetDecimal());
        var second = await Sandbox.CallAsync(SignedCall.Payout("2"));
        Assert.Equal(("ok", "50"), (second.Outcome, second["pg_balance"]));
        Assert.Equal("8888", (await Sandbox.CallAsync(SignedCall.Payout("3"))).Outcome);
        Assert.Equal(150m, (await Sandbox.PostAsync("/merchants/9970/reset"))["balance"].GetDecimal());
    }

    [Fact]
    public async Task A_balance_is_what_it_shall_be_also_with_a_payout_in_process_that_will_fail()
    {
        await Sandbox.PayAsync("1", AdminCall.InProcessThenError);
        await Sandbox.PutAsync("/merchants/9970", """{"balance": 1000}""");
        await Sandbox.PostAsync("/merchants/9970/clock/advance", """{"by": "1m"}""");
        Assert.Equal(1100m, (await Sandbox.GetAsync("/merchants/9970"))["balance"].GetDecimal());
    }

    [Fact]
    public async Task The_id_stays()
    {
        var refused = (await Sandbox.PutAsync("/merchants/9970", """{"id": 1, "balance": 5}""")).Is(400);
        Assert.Equal(["id: a merchant keeps its id. Make another one with POST."], refused.Errors);
        Assert.Equal("1000000000", await Sandbox.BalanceAsync());
        (await Sandbox.PutAsync("/merchants/9970", """{"id": 9970}""")).Is(200);
    }

    [Fact]
    public async Task Nothing_is_lost_of_changes_that_come_at_once()
    {
        for (var round = 0; round < 20; round++)
        {
            var offset = $"+0{round % 9}:00";
            await Task.WhenAll(
                Sandbox.PutAsync("/merchants/9970", $$"""{"commission": {{round}}}"""),
                Sandbox.PutAsync("/merchants/9970", $$"""{"utcOffset": "{{offset}}"}"""),
                Sandbox.PutAsync("/merchants/9970", $$"""{"settleAfter": "{{round}}ms"}"""),
                Sandbox.PostAsync("/merchants/9970/reset"));

            var shown = await Sandbox.GetAsync("/merchants/9970");
            Assert.Equal(
                ($"{round}", offset, round == 0 ? "0s" : $"{round}ms"),
                (shown["commission"].ToString(), shown.Said("utcOffset"), shown.Said("settleAfter")));
        }
    }

    [Fact]
    public async Task A_change_whose_body_comes_slowly_reaches_the_merchant_as_it_is_by_then()
    {
        var body = new SlowBody("""{"commission": 5}""");
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Sandbox.Address, "/__admin/merchants/9970")) { Content = body };
        request.Headers.ExpectContinue = false;
        var change = Sandbox.Client.SendAsync(request);
        await body.Begun;
        (await Sandbox.PostAsync("/merchants/9970/reset")).Is(200);
        body.Finish();

        using var response = await change;
        Assert.Equal("5", (await Sandbox.GetAsync("/merchants/9970"))["commission"].ToString());
    }
}
