using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Gateway.Family;

public sealed class TokenPayoutTests : SandboxTest
{
    public static TheoryData<string> Masks => [.. TestCard.All.Select(card => CardNumber.Mask(card.Number))];

    [Theory]
    [InlineData("g2g", "4671593866478252")]
    [InlineData("api", "4671593866478252")]
    [InlineData("g2g", "5507841999732294")]
    [InlineData("g2g", "4556046085041740")]
    [Proves("M-7")]
    public async Task An_answer_as_a_whole(string surface, string card)
    {
        var reply = await Sandbox.CallAsync(FamilyCall.ToToken(await SaveAsync(card), surface: surface));

        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret, "reg2reg"));
        await Verify(reply.Text, "xml").UseParameters(surface, CardNumber.Mask(card));
    }

    [Theory, MemberData(nameof(Masks))]
    [Proves("M-7", "C-1")]
    public async Task A_saved_test_card_behaves_as_the_card_does(string mask)
    {
        var card = TestCard.All.Single(known => CardNumber.Mask(known.Number) == mask).Number;

        var byToken = await Sandbox.CallAsync(FamilyCall.ToToken(await SaveAsync(card), "by token"));
        var byNumber = await Sandbox.CallAsync(SignedCall.Payout("by number", card: card));

        Assert.Equal(byNumber.Outcome, byToken.Outcome);
        var (first, second) = ((await Sandbox.PayoutsAsync())[0], (await Sandbox.PayoutsAsync())[1]);
        Assert.Equal((second.Recipient, second.ErrorCode, second.SettlesAt), (first.Recipient, first.ErrorCode, first.SettlesAt));
    }

    [Fact]
    [Proves("M-7")]
    public async Task The_older_name_of_the_token_will_do_and_both_must_agree()
    {
        var (token, other) = (await SaveAsync(AdminCall.Success), await SaveAsync(AdminCall.InProcess));
        var older = FamilyCall.ToToken(token, "1").Without("pg_card_token_to").Plus(new("pg_card_id_to", token));

        Assert.Equal("ok", (await Sandbox.CallAsync(older)).Outcome);
        Assert.Equal("ok", (await Sandbox.CallAsync(FamilyCall.ToToken(token, "2").Plus(new("pg_card_id_to", token)))).Outcome);
        Assert.Equal("9403", (await Sandbox.CallAsync(FamilyCall.ToToken(token, "3").Plus(new("pg_card_id_to", other)))).Outcome);
    }

    [Fact]
    [Proves("M-7")]
    public async Task A_token_that_nobody_has_or_that_is_another_users_is_not_found()
    {
        var token = await SaveAsync(AdminCall.Success);

        var unknown = await Sandbox.CallAsync(FamilyCall.ToToken("00000000-0000-4000-8000-000000000000", "1"));
        Assert.Equal("1999", unknown.Outcome);
        Assert.True(unknown.IsSignedWith(SignedCall.PayoutSecret, "reg2reg"));
        Assert.Equal("1999", (await Sandbox.CallAsync(FamilyCall.ToToken(token, "2").With("pg_user_id", "user-2"))).Outcome);
        Assert.Empty(await Sandbox.PayoutsAsync());
        await Verify(unknown.Text, "xml");
    }

    [Fact]
    [Proves("M-7")]
    public async Task Another_merchants_token_is_not_found()
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant, RunningSandbox.Merchant with { Id = 9971, Seed = 1 });
        var token = (await sandbox.PostAsync("/merchants/9971/cards", $$"""{"pan": "{{AdminCall.Success}}", "userId": "user-1"}""")).Is(201).Said("token");

        Assert.Equal("1999", (await sandbox.CallAsync(FamilyCall.ToToken(token))).Outcome);
        Assert.Equal("ok", (await sandbox.CallAsync(FamilyCall.ToToken(token).With("pg_merchant_id", "9971"))).Outcome);
    }

    [Theory]
    [InlineData("2026-01-15 15:00:00", "10018")]
    [InlineData("2026-01-15 15:00:01", "ok")]
    [InlineData("2025-01-15 15:00:00", "10018")]
    [InlineData("9999-12-31 23:59:59", "ok")]
    [Proves("M-7")]
    public async Task A_time_limit_that_is_past_by_the_merchants_clock_is_refused(string limit, string outcome) => Assert.Equal(
        outcome, (await Sandbox.CallAsync(FamilyCall.ToToken(await SaveAsync(AdminCall.Success)).With("pg_order_time_limit", limit))).Outcome);

    [Fact]
    [Proves("M-7")]
    public async Task A_payout_still_in_process_at_its_time_limit_fails_there()
    {
        var token = await SaveAsync(AdminCall.InProcess);
        var limit = WireDate.Local(Sandbox.Time.GetUtcNow().AddSeconds(3), TimeSpan.FromHours(6));
        Assert.Equal("process", (await Sandbox.CallAsync(FamilyCall.ToToken(token).With("pg_order_time_limit", limit))).Outcome);

        Sandbox.Time.Advance(TimeSpan.FromSeconds(3));

        var status = await Sandbox.CallAsync(FamilyCall.Status("/g2g/payout_status2"));
        Assert.Equal(("error", "10018"), (status["pg_payment_status"], status["pg_failure_code"]));
        Assert.Equal("1000000000", await Sandbox.BalanceAsync());
    }

    [Theory]
    [InlineData("pg_order_id", "")]
    [InlineData("pg_amount", "0")]
    [InlineData("pg_description", "")]
    [InlineData("pg_user_id", "")]
    [InlineData("pg_post_link", "site.kz")]
    [InlineData("pg_card_token_to", "")]
    [InlineData("pg_card_token_to", "4671593866478252")]
    [InlineData("pg_card_token_to", "{00000000-0000-4000-8000-000000000000}")]
    [InlineData("pg_order_time_limit", "")]
    [InlineData("pg_order_time_limit", "tomorrow")]
    [InlineData("pg_order_time_limit", "2026-01-15T15:30:00")]
    [InlineData("pg_order_time_limit", "2026-02-30 15:30:00")]
    [Proves("M-7", "E-7")]
    public async Task What_is_missing_or_malformed_is_refused_and_not_kept(string field, string value)
    {
        var token = await SaveAsync(AdminCall.Success);
        Assert.Equal("9403", (await Sandbox.CallAsync(FamilyCall.ToToken(token).With(field, value))).Outcome);
        Assert.Equal("9403", (await Sandbox.CallAsync(FamilyCall.ToToken(token).Without(field))).Outcome);
        Assert.Empty(await Sandbox.PayoutsAsync());
    }

    [Fact]
    [Proves("M-7", "E-9", "E-10")]
    public async Task A_repeated_key_gets_the_first_answer_and_a_repeated_order_is_refused()
    {
        var call = FamilyCall.ToToken(await SaveAsync(AdminCall.InProcess)).With("pg_idempotency_key", "key");
        var first = await Sandbox.CallAsync(call);
        Sandbox.Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(first.Text, (await Sandbox.CallAsync(call)).Text);
        Assert.Equal("9991", (await Sandbox.CallAsync(call.Without("pg_idempotency_key"))).Outcome);
    }

    [Theory]
    [InlineData("4405645000006150")]
    [InlineData("4716047261941981")]
    [InlineData("6204500338419360939")]
    [Proves("M-7", "C-2")]
    public void Rules_know_a_saved_card_by_a_number_with_its_ends_length_and_check(string card)
    {
        var saved = new SavedCard("token", "user", new MaskedRecipient(CardNumber.Mask(card), ""), card.Length);

        Assert.Equal(CardNumber.Mask(card), CardNumber.Mask(saved.NumberForRules));
        Assert.Equal(card.Length, saved.NumberForRules.Length);
        Assert.True(CardNumber.PassesLuhn(saved.NumberForRules));
    }

    [Fact]
    [Proves("M-7")]
    public async Task A_rule_about_a_card_decides_on_its_token_too()
    {
        (await Sandbox.PutAsync("/merchants/9970/rules",
            """{ "rules": [{ "when": { "operation": "reg2reg", "card": "4405*6150" }, "then": { "outcome": "error 10009" } }] }""")).Is(200);

        Assert.Equal("10009", (await Sandbox.CallAsync(FamilyCall.ToToken(await SaveAsync("4405645000006150"), "1"))).Outcome);
        Assert.Equal("ok", (await Sandbox.CallAsync(FamilyCall.ToToken(await SaveAsync(AdminCall.Success), "2"))).Outcome);
    }

    private async Task<string> SaveAsync(string card) => (await Sandbox.PostAsync(
        "/merchants/9970/cards", $$"""{"pan": "{{card}}", "userId": "{{FamilyCall.User}}"}""")).Is(201).Said("token");
}
