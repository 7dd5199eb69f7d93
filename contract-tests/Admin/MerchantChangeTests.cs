using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class MerchantChangeTests : IAsyncLifetime
{
    private RunningSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await RunningSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

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
        var before = (await _sandbox.GetAsync("/merchants/9970")).Json;
        var after = (await _sandbox.PutAsync("/merchants/9970", $$"""{"{{member}}": {{json}}}""")).Is(200).Json;

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
        await _sandbox.PutAsync("/merchants/9970", """{"payoutSecret": "another"}""");
        Assert.Equal("1100", (await _sandbox.CallAsync(SignedCall.Payout())).Outcome);
        var reply = await _sandbox.CallAsync(SignedCall.Payout() with { Secret = "another" });
        Assert.True(reply.IsSignedWith("another"));
    }

    [Fact]
    public async Task A_new_balance_counts_at_once_and_is_what_a_reset_goes_back_to()
    {
        await _sandbox.PayAsync("1");
        Assert.Equal(150m, (await _sandbox.PutAsync("/merchants/9970", """{"balance": 150}"""))["balance"].GetDecimal());
        var second = await _sandbox.CallAsync(SignedCall.Payout("2"));
        Assert.Equal(("ok", "50"), (second.Outcome, second["pg_balance"]));
        Assert.Equal("8888", (await _sandbox.CallAsync(SignedCall.Payout("3"))).Outcome);
        Assert.Equal(150m, (await _sandbox.PostAsync("/merchants/9970/reset"))["balance"].GetDecimal());
    }

    [Fact]
    public async Task A_balance_is_what_it_shall_be_also_with_a_payout_in_process_that_will_fail()
    {
        await _sandbox.PayAsync("1", AdminCall.InProcessThenError);
        await _sandbox.PutAsync("/merchants/9970", """{"balance": 1000}""");
        await _sandbox.PostAsync("/merchants/9970/clock/advance", """{"by": "1m"}""");
        Assert.Equal(1100m, (await _sandbox.GetAsync("/merchants/9970"))["balance"].GetDecimal());
    }

    [Fact]
    public async Task The_id_stays()
    {
        var refused = (await _sandbox.PutAsync("/merchants/9970", """{"id": 1, "balance": 5}""")).Is(400);
        Assert.Equal(["id: a merchant keeps its id. Make another one with POST."], refused.Errors);
        Assert.Equal("1000000000", await _sandbox.BalanceAsync());
        (await _sandbox.PutAsync("/merchants/9970", """{"id": 9970}""")).Is(200);
    }

    [Fact]
    public async Task Nothing_is_lost_of_changes_that_come_at_once()
    {
        for (var round = 0; round < 20; round++)
        {
            var offset = $"+0{round % 9}:00";
            await Task.WhenAll(
                _sandbox.PutAsync("/merchants/9970", $$"""{"commission": {{round}}}"""),
                _sandbox.PutAsync("/merchants/9970", $$"""{"utcOffset": "{{offset}}"}"""),
                _sandbox.PutAsync("/merchants/9970", $$"""{"settleAfter": "{{round}}ms"}"""),
                _sandbox.PostAsync("/merchants/9970/reset"));

            var shown = await _sandbox.GetAsync("/merchants/9970");
            Assert.Equal(
                ($"{round}", offset, round == 0 ? "0s" : $"{round}ms"),
                (shown["commission"].ToString(), shown.Said("utcOffset"), shown.Said("settleAfter")));
        }
    }

    [Fact]
    public async Task A_change_whose_body_comes_slowly_reaches_the_merchant_as_it_is_by_then()
    {
        var body = new SlowBody("""{"commission": 5}""");
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(_sandbox.Address, "/__admin/merchants/9970")) { Content = body };
        request.Headers.ExpectContinue = false;
        var change = _sandbox.Client.SendAsync(request);
        await body.Begun;
        (await _sandbox.PostAsync("/merchants/9970/reset")).Is(200);
        body.Finish();

        using var response = await change;
        Assert.Equal("5", (await _sandbox.GetAsync("/merchants/9970"))["commission"].ToString());
    }
}
