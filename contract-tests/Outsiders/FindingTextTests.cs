using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Verification;
using FreedomPaySandbox.Emulator.Findings;

namespace FreedomPaySandbox.ContractTests.Outsiders;

/// <summary>Findings name what happened.</summary>
public sealed class FindingTextTests
{
    // From PHP shops on the official SDK, which refuses under HTTP 200.
    [Theory]
    [InlineData("sig invalid")]
    [InlineData("Sig invalid\n")]
    [InlineData("Error. Sig invalid")]
    [InlineData("\uFEFFError. Sig invalid")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<response><pg_status>error</pg_status><pg_error_description>Sig invalid</pg_error_description></response>")]
    [InlineData("<response>\n  <pg_status>\n error </pg_status></response>")]
    [InlineData("<response><pg_status><![CDATA[error]]></pg_status></response>")]
    [InlineData("<response><pg_status>rejected</pg_status></response>")]
    [InlineData("{\"pg_status\": \"error\"}")]
    [InlineData("<br />\n<b>Warning</b>:  Undefined array key \"pg_sig\" in <b>/var/www/result.php</b> on line <b>12</b><br />\nError. Sig invalid")]
    [InlineData("PHP Warning:  Undefined array key \"pg_sig\" in /var/www/result.php on line 12\n<?xml version=\"1.0\"?><response><pg_status>error</pg_status></response>")]
    [InlineData("\nWarning: mysqli_connect(): (HY000/2002): Connection refused in /var/www/db.php on line 3\n")]
    [InlineData("<b>Parse error</b>: syntax error, unexpected end of file in <b>/var/www/result.php</b> on line <b>9</b>")]
    public async Task The_official_SDKs_refusals_under_200_are_found(string answer) =>
        Assert.Equal([FindingKind.ErrorUnder200], (await FoundAfterAsync(answer)).Select(finding => finding.Kind));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\u0001\u0000")]
    [InlineData("OK")]
    [InlineData("<response><pg_status>ok</pg_status><pg_sig>invalid</pg_sig></response>")]
    [InlineData("<br />\n<b>Notice</b>:  Undefined index: x in <b>/var/www/result.php</b> on line <b>12</b><br />\n<response><pg_status>ok</pg_status></response>")]
    [InlineData("<b>Warning</b>: Undefined array key \"x\" in <b>/var/www/result.php</b> on line <b>12</b>\n<response><pg_status>ok</pg_status></response>")]
    [InlineData("{\"pg_status\": \"ok\", \"errors\": []}")]
    [InlineData("Warning: this is a test shop.")]
    public async Task What_is_no_refusal_is_not_found(string answer) => Assert.Empty(await FoundAfterAsync(answer));

    // From the same shops: verify called refusals of forged callbacks belief, because they came under HTTP 200.
    [Theory]
    [InlineData("sig invalid")]
    [InlineData("Error. Sig invalid")]
    [InlineData("<b>Warning</b>: Undefined array key \"pg_sig\" in <b>result.php</b>\nError. Sig invalid")]
    [InlineData("<response><pg_status>error</pg_status></response>")]
    public async Task Verify_takes_the_official_SDKs_refusals_for_refusals(string refusal)
    {
        await using var merchant = await ScriptedMerchant.StartAsync(refusesForgeriesWith: refusal);

        var verification = await VerifyScene.VerifyAsync(merchant, showsEffects: false);

        Assert.Empty(verification.Wrong());
    }

    // From a client whose button was clicked twice.
    [Fact]
    public async Task A_call_sent_twice_is_told_as_a_repeat()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var call = SignedCall.Payout("A").With("pg_post_link", "https://shop.test/post");
        Assert.Equal("ok", (await sandbox.CallAsync(call)).Outcome);
        sandbox.Time.Advance(TimeSpan.FromMilliseconds(9));
        Assert.Equal("9991", (await sandbox.CallAsync(call)).Outcome);
        await sandbox.CallAsync(call);

        var finding = Assert.Single(Found(sandbox));
        Assert.Equal(("call-repeated", "The call that pays order A was sent twice, 9 ms apart.", 2), (finding.Kind.Id, finding.Text, finding.Count));
    }

    [Fact]
    public async Task An_order_id_of_another_payout_is_told_as_reused_also_when_that_call_is_repeated()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync(SignedCall.Payout("A").With("pg_post_link", "https://shop.test/post"));
        var other = SignedCall.Payout("A", "5").With("pg_post_link", "https://shop.test/post").With("pg_salt", "another");
        await sandbox.CallAsync(other);
        await sandbox.CallAsync(other);

        Assert.Equal(["order-id-reused", "call-repeated"], Found(sandbox).Select(finding => finding.Kind.Id), StringComparer.Ordinal);
    }

    // From a shop whose user ids are timestamps: the gateway took them, and the admin API did not.
    [Theory]
    [InlineData("1")]
    [InlineData("1764316800000")]
    [InlineData("17643168000001234567")]
    [InlineData("user_-1")]
    public async Task Saved_cards_take_the_user_ids_that_the_gateway_takes(string user)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var saved = (await sandbox.PostAsync("/merchants/9970/cards", $$"""{"pan": "4671593866478252", "userId": "{{user}}"}""")).Is(201);

        Assert.Equal(user, saved.Said("userId"));
        Assert.Equal("ok", (await sandbox.CallAsync(FamilyCall.ToToken(saved.Said("token")).With("pg_user_id", user))).Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1764316800000 ")]
    [InlineData("a\\nb")]
    [InlineData("4671593866478252")]
    [InlineData("4405645000006150")]
    [InlineData("123456789012345678901234567890123456789012345678901")]
    public async Task Saved_cards_refuse_user_ids_that_are_none_or_the_card_itself(string user)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refused = (await sandbox.PostAsync("/merchants/9970/cards", $$"""{"pan": "4671593866478252", "userId": "{{user}}"}""")).Is(400);

        Assert.DoesNotContain("467159386647", refused.Text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<Finding>> FoundAfterAsync(string answer)
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(200, answer));
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        await sandbox.CallAsync(SignedCall.Payout("A").With("pg_post_link", merchant.Link()));
        (await sandbox.PostAsync("/merchants/9970/clock/advance", """{"by": "0s"}""")).Is(200);
        return Found(sandbox);
    }

    private static IReadOnlyList<Finding> Found(RunningSandbox sandbox)
    {
        var state = sandbox.GetAccount(9970);
        return state.Misuse.FindingsAt(state.Clock.Now);
    }
}
