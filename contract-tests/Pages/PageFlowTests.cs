using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Pages;

/// <summary>A payout whose recipient types the card, from the merchant's call to its callback (M-8).</summary>
public sealed class PageFlowTests : SandboxTest
{
    private readonly Recipient _recipient = new();

    public static TheoryData<string> Masks => [.. TestCard.All.Select(card => CardNumber.Mask(card.Number))];

    [Fact]
    [Proves("M-8")]
    public async Task An_answer_as_a_whole()
    {
        using var request = FamilyCall.Page().AsForm();
        request.Headers.Host = "sandbox.test:8585";
        var reply = await Sandbox.SendAsync(request);

        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret, "reg2nonreg"));
        await Verify(reply.Text, "xml");
    }

    [Theory, MemberData(nameof(Masks))]
    [Proves("M-8", "M-6", "C-1", "C-3")]
    public async Task A_test_card_typed_on_the_page_behaves_as_published(string mask)
    {
        var card = TestCard.All.Single(known => CardNumber.Mask(known.Number) == mask);
        var address = await AskAsync();
        Assert.Equal(("partial", "process"), await TellAsync());

        var seen = await _recipient.TypeAsync(address, card.Number);

        Assert.Equal((303, "http://site.kz/back"), (seen.Status, seen.Location));
        var last = card.ErrorCode is null ? ("ok", "success") : ("failed", "error");
        Assert.Equal(card.InProcess ? ("pending", "process") : last, await TellAsync());
        Sandbox.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(last, await TellAsync());
        Assert.Equal(card.ErrorCode?.ToString(System.Globalization.CultureInfo.InvariantCulture), (await Sandbox.CallAsync(FamilyCall.Status("/g2g/payout_status2")))["pg_failure_code"]);
        Assert.Equal(card.ErrorCode is null ? "999999900" : "1000000000", await Sandbox.BalanceAsync());
    }

    [Theory]
    [InlineData("4671593866478252")]
    [InlineData("4556046085041740")]
    [Proves("M-8", "N-1", "N-2", "N-8")]
    public async Task The_merchant_is_called_back_as_after_any_payout(string card)
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        var page = (await sandbox.CallAsync(FamilyCall.Page(postLink: merchant.Link())))["pg_redirect_url"]!;

        await _recipient.TypeAsync(page, card);

        var callback = await merchant.NextAsync();
        Assert.Equal(IndependentDigest.Compute("post", callback.Fields, SignedCall.PayoutSecret), callback[Fields.Signature]);
        await Verify(callback.ToString()).UseParameters(CardNumber.Mask(card));
    }

    [Fact]
    [Proves("M-8")]
    public async Task Until_somebody_types_a_card_no_money_moves()
    {
        await AskAsync();

        Assert.Equal("1000000000", await Sandbox.BalanceAsync());
        var payout = Assert.Single(await Sandbox.PayoutsAsync());
        Assert.Null(payout.CardMask);
        Assert.False(payout.Debited);
    }

    [Theory]
    [InlineData("", "card", "Enter the card number")]
    [InlineData("4671 5938 6647 8251", "check digit", "mistyped")]
    [InlineData("4671", "digits", "13")]
    [InlineData("4671 5938 6647 825O", "digits", "digits")]
    [Proves("M-8")]
    public async Task A_slip_is_told_beside_the_field_and_the_number_is_not_repeated(string typed, params string[] words)
    {
        var address = await AskAsync() + "?lang=en";

        var seen = await _recipient.TypeAsync(address, typed);

        Assert.Equal(422, seen.Status);
        Assert.Contains(words, word => seen.Error!.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("", seen.Field!.Value);
        Assert.DoesNotContain("6647", seen.Document.QuerySelector("form")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(303, (await _recipient.TypeAsync(address, "4671 5938-6647\u00A08252")).Status);
    }

    [Fact]
    [Proves("M-8")]
    public async Task A_link_works_once()
    {
        var address = await AskAsync();
        var first = await _recipient.OpenAsync(address);
        await _recipient.TypeAsync(address, AdminCall.Success);

        Assert.Equal(410, (await _recipient.OpenAsync(address)).Status);
        var again = await _recipient.PostAsync(address, Form(AdminCall.InProcess, first.Token!));
        Assert.Equal(410, again.Status);
        Assert.Null(again.Field);
        Assert.Equal("999999900", await Sandbox.BalanceAsync());
    }

    [Fact]
    [Proves("M-8")]
    public async Task Of_many_who_type_at_once_one_is_paid()
    {
        var address = await AskAsync();
        var form = Form(AdminCall.Success, (await _recipient.OpenAsync(address)).Token!);

        var seen = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _recipient.PostAsync(address, form)));

        Assert.Equal(1, seen.Count(page => page.Status == 303));
        Assert.Equal(19, seen.Count(page => page.Status == 410));
        Assert.Equal("999999900", await Sandbox.BalanceAsync());
    }

    [Fact]
    [Proves("M-8")]
    public async Task A_link_ends_at_the_time_limit_and_the_payout_fails()
    {
        var address = await AskAsync();
        Sandbox.Time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromMilliseconds(1));
        var token = (await _recipient.OpenAsync(address)).Token!;
        Sandbox.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(410, (await _recipient.OpenAsync(address)).Status);
        Assert.Equal(410, (await _recipient.PostAsync(address, Form(AdminCall.Success, token))).Status);
        Assert.Equal(("failed", "error"), await TellAsync());
        Assert.Equal("10018", (await Sandbox.CallAsync(FamilyCall.Status("/get_status2.php")))["pg_failure_code"]);
        Assert.Equal("1000000000", await Sandbox.BalanceAsync());
    }

    [Fact]
    [Proves("M-8", "N-8")]
    public async Task A_link_that_ended_is_called_back_as_a_failure()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        await sandbox.CallAsync(FamilyCall.Page(postLink: merchant.Link()));

        (await sandbox.PostAsync("/merchants/9970/clock/advance", """{"by": "30m"}""")).Is(200);

        await Verify((await merchant.NextAsync()).ToString());
    }

    [Theory]
    [InlineData("9970-aaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("9970")]
    [InlineData("x")]
    [InlineData("9970-a-b")]
    [InlineData("1-aaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("%D0%B6")]
    public async Task A_link_that_nobody_gave_out_is_unknown(string name)
    {
        var seen = await _recipient.OpenAsync(Sandbox.Address + "pages/" + name);

        Assert.Equal(404, seen.Status);
        Assert.NotEmpty(seen.Heading);
        Assert.Equal(404, (await _recipient.PostAsync(Sandbox.Address + "pages/" + name, Form(AdminCall.Success, "t"))).Status);
    }

    [Fact]
    [Proves("M-8")]
    public async Task Another_merchants_number_before_the_ticket_finds_nothing()
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant, RunningSandbox.Merchant with { Id = 9971 });
        var address = (await sandbox.CallAsync(FamilyCall.Page()))["pg_redirect_url"]!;

        Assert.Equal(404, (await _recipient.OpenAsync(address.Replace("/9970-", "/9971-", StringComparison.Ordinal))).Status);
    }

    [Theory]
    [InlineData(null, "Origin", "http://evil.test")]
    [InlineData(null, "Origin", "null")]
    [InlineData(null, "Sec-Fetch-Site", "cross-site")]
    [InlineData("", "X", "x")]
    [InlineData("another page's", "X", "x")]
    [Proves("M-8")]
    public async Task A_form_that_is_not_this_pages_is_refused(string? token, string header, string value)
    {
        var address = await AskAsync();
        token ??= (await _recipient.OpenAsync(address)).Token!;
        _recipient.Headers[header] = value;

        Assert.Equal(403, (await _recipient.PostAsync(address, Form(AdminCall.Success, token))).Status);
        Assert.Equal(("partial", "process"), await TellAsync());
    }

    [Fact]
    [Proves("M-8", "E-8")]
    public async Task A_balance_that_is_too_low_by_then_fails_the_payout_and_the_recipient_goes_back()
    {
        var address = await AskAsync("1234", "60000000");
        await Sandbox.CallAsync(SignedCall.Payout("other", "1"));
        (await Sandbox.PutAsync("/merchants/9970", """{"balance": 99}""")).Is(200);

        Assert.Equal(303, (await _recipient.TypeAsync(address, AdminCall.Success)).Status);
        Assert.Equal("8888", (await Sandbox.CallAsync(FamilyCall.Status("/get_status2.php")))["pg_failure_code"]);
        Assert.Equal("99", await Sandbox.BalanceAsync());
    }

    [Fact]
    [Proves("M-8", "E-10")]
    public async Task A_repeated_key_gets_the_first_answer_whatever_came_of_it()
    {
        var call = FamilyCall.Page().With("pg_idempotency_key", "key");
        var first = await Sandbox.CallAsync(call);
        Assert.Equal(first.Text, (await Sandbox.CallAsync(call)).Text);

        await _recipient.TypeAsync(first["pg_redirect_url"]!, AdminCall.Fails);

        Assert.Equal(first.Text, (await Sandbox.CallAsync(call)).Text);
    }

    [Fact]
    public async Task A_rule_decides_on_the_card_that_was_typed()
    {
        (await Sandbox.PutAsync("/merchants/9970/rules",
            """{ "rules": [{ "when": { "operation": "payout_page", "orderId": "1*" }, "then": { "outcome": "process, then error 10009", "settleAfter": "1h" } }] }""")).Is(200);
        await _recipient.TypeAsync(await AskAsync(), AdminCall.Success);

        Assert.Equal(("pending", "process"), await TellAsync());
        Sandbox.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("10009", (await Sandbox.CallAsync(FamilyCall.Status("/get_status2.php")))["pg_failure_code"]);
    }

    [Fact]
    public async Task A_payout_that_waits_can_be_settled_with_an_error_only()
    {
        var address = await AskAsync();
        var path = $"/payouts/{(await Sandbox.PayoutsAsync())[0].PaymentId}/settle";

        (await Sandbox.PostAsync(path, """{"outcome": "success"}""")).Is(409);
        (await Sandbox.PostAsync(path, """{"outcome": "error 10001"}""")).Is(200);

        Assert.Equal(("failed", "error"), await TellAsync());
        Assert.Equal("1000000000", await Sandbox.BalanceAsync());
        Assert.Equal(410, (await _recipient.OpenAsync(address)).Status);
    }

    [Theory]
    [InlineData("pg_order_id")]
    [InlineData("pg_amount")]
    [InlineData("pg_description")]
    [InlineData("pg_order_time_limit")]
    [InlineData("pg_back_link")]
    [InlineData("pg_post_link")]
    [Proves("M-8", "E-7")]
    public async Task What_is_missing_is_refused_and_not_kept(string field)
    {
        Assert.Equal("9403", (await Sandbox.CallAsync(FamilyCall.Page().Without(field))).Outcome);
        Assert.Equal("9403", (await Sandbox.CallAsync(FamilyCall.Page().With(field, ""))).Outcome);
        Assert.Equal("9403", (await Sandbox.CallAsync(FamilyCall.Page().Plus(new(field, FamilyCall.Page().Fields[field]!)))).Outcome);
        Assert.Empty(await Sandbox.PayoutsAsync());
    }

    [Theory]
    [InlineData("pg_back_link", "javascript:alert(1)", "9403")]
    [InlineData("pg_back_link", "/back", "9403")]
    [InlineData("pg_payment_route", "popup", "9403")]
    [InlineData("pg_payment_route", "frame", "ok")]
    [InlineData("pg_user_id", "with space", "9403")]
    [InlineData("pg_user_email", "ivan@site.kz", "ok")]
    [InlineData("pg_order_time_limit", "2026-01-15 15:00:00", "10018")]
    [InlineData("pg_amount", "0", "9403")]
    [Proves("M-8", "E-7")]
    public async Task The_form_of_each_field_counts(string field, string value, string outcome) =>
        Assert.Equal(outcome, (await Sandbox.CallAsync(FamilyCall.Page().With(field, value))).Outcome);

    [Fact]
    [Proves("M-8")]
    public async Task Only_a_page_that_was_asked_for_in_a_frame_may_be_framed()
    {
        var framed = (await Sandbox.CallAsync(FamilyCall.Page("framed").With("pg_payment_route", "frame")))["pg_redirect_url"]!;

        Assert.Contains("frame-ancestors 'none'", await PolicyAsync(await AskAsync()), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors *", await PolicyAsync(framed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_gives_a_page_that_says_so()
    {
        var address = await AskAsync();
        await Sandbox.Store.DisposeAsync();

        var seen = await _recipient.OpenAsync(address);

        Assert.InRange(seen.Status, 500, 503);
        Assert.NotEmpty(seen.Heading);
    }

    private static Dictionary<string, string> Form(string card, string token) =>
        new(StringComparer.Ordinal) { ["card"] = card, ["token"] = token, ["lang"] = "ru" };

    private async Task<string> AskAsync(string orderId = "1234", string amount = "100") =>
        (await Sandbox.CallAsync(FamilyCall.Page(orderId, amount)))["pg_redirect_url"]!;

    private async Task<string> PolicyAsync(string address)
    {
        using var response = await Sandbox.Client.GetAsync(new Uri(address));
        return response.Headers.GetValues("Content-Security-Policy").Single();
    }

    private async Task<(string?, string?)> TellAsync() => (
        (await Sandbox.CallAsync(FamilyCall.Status("/get_status2.php")))["pg_transaction_status"],
        (await Sandbox.CallAsync(FamilyCall.Status("/g2g/payout_status2")))["pg_payment_status"]);
}
