using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Pages;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Findings;
using FreedomPaySandbox.Emulator.Registry;

namespace FreedomPaySandbox.ContractTests.Findings;

/// <summary>Each mistake is seen where it is made, and not where it only looks like it.</summary>
public sealed class FindingTests : SandboxTest
{
    private int _salt;

    [Fact]
    public async Task The_same_payment_under_another_order_is_a_double_payout()
    {
        await SendAsync(Payout("A"));
        await SendAsync(Payout("B"));

        var finding = Assert.Single(Found());
        Assert.Equal((FindingKind.DoublePayout, "Order B pays 100.00 KZT to 440564-XX-XXXX-6150 with the same description as order A, 0 s before."), (finding.Kind, finding.Text));
        Assert.Equal((await Sandbox.PayoutsAsync())[1].PaymentId, finding.PaymentId);
        Assert.NotNull(finding.Request);
    }

    [Fact]
    public async Task Another_card_amount_description_or_a_later_time_is_another_payment()
    {
        await SendAsync(Payout("A"));
        await SendAsync(Payout("B").With("pg_payment_to", AdminCall.Success));
        await SendAsync(Payout("C").With("pg_amount", "100.01"));
        await SendAsync(Payout("D").With("pg_description", "Бонус"));
        Sandbox.Time.Advance(DuplicatePayoutDetector.Window + TimeSpan.FromSeconds(1));
        await SendAsync(Payout("E"));

        Assert.Empty(Found());
    }

    [Fact]
    public async Task A_payment_made_again_after_it_failed_is_none()
    {
        await SendAsync(Payout("A").With("pg_payment_to", AdminCall.Fails));
        await SendAsync(Payout("B").With("pg_payment_to", AdminCall.Fails));
        await SendAsync(Payout("C").With("pg_payment_to", AdminCall.InProcessThenError));
        Sandbox.Time.Advance(TimeSpan.FromSeconds(5));
        await SendAsync(Payout("D").With("pg_payment_to", AdminCall.InProcessThenError));

        Assert.Empty(Found());
    }

    [Theory]
    [InlineData("reset-after-payout")]
    [InlineData("truncated")]
    [InlineData("wrong-signature")]
    public async Task After_a_lost_answer_it_is_told_for_that(string fault)
    {
        (await Sandbox.PutAsync("/merchants/9970/rules", $$"""{ "rules": [{ "when": { "orderId": "A" }, "then": { "fault": "{{fault}}" } }] }""")).Is(200);
        await SendAsync(Payout("A"), fails: true);
        await SendAsync(Payout("B"));

        Assert.Equal(FindingKind.PaidAgain, Assert.Single(Found()).Kind);
    }

    [Fact]
    public async Task Asking_first_and_paying_under_the_same_order_is_right()
    {
        (await Sandbox.PutAsync("/merchants/9970/rules", """{ "rules": [{ "when": { "orderId": "A", "first": 1 }, "then": { "fault": "reset-after-payout" } }] }""")).Is(200);
        await SendAsync(Payout("A"), fails: true);
        await SendAsync(FamilyCall.Status("/g2g/payout_status2", "A"));

        Assert.Empty(Found());
    }

    [Fact]
    public async Task A_payout_in_process_that_nobody_asked_about_is_told_a_minute_after_it_settled()
    {
        await SendAsync(Payout("A").With("pg_payment_to", AdminCall.InProcess));
        await SendAsync(Payout("B").With("pg_payment_to", AdminCall.InProcessThenError));
        await SendAsync(FamilyCall.Status("/get_status2.php", "B"));
        Sandbox.Time.Advance(TimeSpan.FromSeconds(5) + UnseenOutcomeDetector.Patience - TimeSpan.FromMilliseconds(1));
        Assert.Empty(Found());

        Sandbox.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal((FindingKind.StatusNeverAsked, "Order A was answered process, and is final since; nobody asked."), Assert.Single(Found().Select(finding => (finding.Kind, finding.Text))));
        Assert.Single(Found());
    }

    [Fact]
    public async Task A_delivered_callback_is_as_good_as_an_inquiry()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        await sandbox.CallAsync(Payout("A").With("pg_payment_to", AdminCall.InProcess).With("pg_post_link", merchant.Link()));

        (await sandbox.PostAsync("/merchants/9970/clock/advance", """{"by": "1h"}""")).Is(200);

        Assert.Empty(Found(sandbox));
    }

    [Fact]
    public async Task A_salt_that_comes_with_two_requests_is_told_once_and_counted()
    {
        foreach (var order in new[] { "A", "B", "C" })
            await Sandbox.CallAsync(Payout(order).With("pg_salt", "constant").With("pg_amount", $"{order[0] - 'A' + 1}"));

        var finding = Assert.Single(Found());
        Assert.Equal((FindingKind.SaltReused, 2), (finding.Kind, finding.Count));
    }

    [Fact]
    public async Task The_same_request_sent_again_is_a_repetition_and_no_finding()
    {
        var call = Payout("A").With("pg_idempotency_key", "key");
        await Sandbox.CallAsync(call);
        await Sandbox.CallAsync(call);

        Assert.Empty(Found());
    }

    [Fact]
    public async Task An_order_id_used_twice_is_told()
    {
        await SendAsync(Payout("A"));
        await SendAsync(Payout("A").With("pg_amount", "5"));

        Assert.Equal((FindingKind.OrderReused, "Order A was used for another payout before."), Assert.Single(Found().Select(finding => (finding.Kind, finding.Text))));
    }

    [Theory]
    [InlineData("http://shop.kz/post", true)]
    [InlineData("http://8.8.8.8/post", true)]
    [InlineData("https://shop.kz/post", false)]
    [InlineData("http://localhost:5000/post", false)]
    [InlineData("http://127.0.0.1/post", false)]
    [InlineData("http://10.1.2.3/post", false)]
    [InlineData("http://172.20.0.5/post", false)]
    [InlineData("http://192.168.1.1/post", false)]
    [InlineData("http://[::1]/post", false)]
    [InlineData("http://[fd12::1]/post", false)]
    [InlineData("http://shop/post", false)]
    [InlineData("http://host.docker.internal:5000/post", false)]
    [InlineData("http://shop.test/post", false)]
    public async Task A_post_link_over_plain_HTTP_to_a_public_host_is_told(string link, bool told)
    {
        await SendAsync(Payout("A").With("pg_post_link", link));

        Assert.Equal(told ? [FindingKind.PlainPostLink] : [], Found().Select(finding => finding.Kind));
    }

    [Theory]
    [InlineData("comment", SignedCall.PayoutSecret, true)]
    [InlineData("comment", SignedCall.ReceiveSecret, true)]
    [InlineData("pg_secret_key", "anything", true)]
    [InlineData("pg_secret_key", "", false)]
    [InlineData("comment", "payout", false)]
    public async Task A_secret_in_a_field_is_told_and_not_repeated(string name, string value, bool told)
    {
        await SendAsync(Payout("A").Plus(new(name, value)));

        Assert.Equal(told ? $"The field {name} carries a secret." : null, Found().SingleOrDefault()?.Text);
    }

    [Theory]
    [InlineData("https://api.freedompay.kg/result", "api.freedompay.kg")]
    [InlineData("https://api.freedompay.money", "api.freedompay.money")]
    [InlineData("https://API.PayBox.money/x", "API.PayBox.money")]
    [InlineData("https://freedompay.kg.shop.test/result", null)]
    [InlineData("https://notfreedompay.kg/result", null)]
    public async Task A_production_host_in_a_field_is_told(string link, string? host)
    {
        await SendAsync(Payout("A").With("pg_post_link", link));

        Assert.Equal(host is null ? null : $"The field pg_post_link names {host}.", Found().SingleOrDefault()?.Text);
    }

    [Theory]
    [InlineData("ok", false)]
    [InlineData("", false)]
    [InlineData("""<response><pg_status>ok</pg_status></response>""", false)]
    [InlineData("""<response><pg_status>error</pg_status></response>""", true)]
    [InlineData("Fatal error: Uncaught PDOException", true)]
    [InlineData("Traceback (most recent call last):", true)]
    [InlineData("System.NullReferenceException: Object reference not set", true)]
    [InlineData("<html><head><title>Error 500</title>", true)]
    public async Task An_error_page_under_200_is_told(string answer, bool told)
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(200, answer));
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);
        await sandbox.CallAsync(Payout("A").With("pg_post_link", merchant.Link()));
        (await sandbox.PostAsync("/merchants/9970/clock/advance", """{"by": "0s"}""")).Is(200);

        Assert.Equal(told ? [FindingKind.ErrorUnder200] : [], Found(sandbox).Select(finding => finding.Kind));
    }

    [Fact]
    public async Task What_is_typed_on_a_page_is_watched_too()
    {
        await SendAsync(Payout("A").With("pg_payment_to", AdminCall.Success));
        var page = (await SendAsync(FamilyCall.Page("B").With("pg_post_link", "https://shop.test/post").With("pg_salt", "page")))["pg_redirect_url"]!;
        (await Sandbox.PutAsync("/merchants/9970", """{"currency": "KZT"}""")).Is(200);
        await new Recipient().TypeAsync(page, AdminCall.Success);

        Assert.Equal(FindingKind.DoublePayout, Assert.Single(Found()).Kind);
    }

    [Fact]
    public async Task Findings_are_bounded_and_all_are_counted_also_those_of_a_merchant_that_is_gone()
    {
        var book = Sandbox.Services.GetService(typeof(MerchantRegistry)) as MerchantRegistry;
        for (var i = 0; i < FindingLog.MostFindings + 20; i++)
            await SendAsync(Payout($"{i}").With("pg_post_link", $"http://shop{i}.kz/post").With("pg_amount", $"{i + 1}"));

        Assert.Equal(FindingLog.MostFindings, Found().Count);
        Assert.Equal(FindingLog.MostFindings + 20, book!.Findings.Count);
        (await Sandbox.DeleteAsync("/merchants/9970")).Is(204);
        Assert.Equal(FindingLog.MostFindings + 20, book.Findings.Count);
    }

    [Fact]
    public async Task They_are_shown_by_merchant_and_by_kind_and_gone_after_a_reset()
    {
        await SendAsync(Payout("A"));
        await SendAsync(Payout("B"));
        await SendAsync(Payout("B").With("pg_amount", "1"));

        Assert.Equal(2, (await Sandbox.GetAsync("/findings")).Is(200)["findings"].GetArrayLength());
        var shown = (await Sandbox.GetAsync("/merchants/9970/findings?kind=double-payout")).Is(200)["findings"].EnumerateArray().Single();
        Assert.Equal(("double-payout", true), (shown.GetProperty("kind").GetString(), shown.GetProperty("costsMoney").GetBoolean()));
        (await Sandbox.GetAsync($"/requests/{shown.GetProperty("request").GetString()}")).Is(200);
        (await Sandbox.GetAsync("/findings?kind=double")).Is(400);
        (await Sandbox.PostAsync("/merchants/9970/reset")).Is(200);
        Assert.Equal(0, (await Sandbox.GetAsync("/findings")).Is(200)["findings"].GetArrayLength());
    }

    private IReadOnlyList<Finding> Found(RunningSandbox? sandbox = null)
    {
        var state = (sandbox ?? Sandbox).GetAccount(9970);
        return state.Misuse.FindingsAt(state.Clock.Now);
    }

    private static SignedCall Payout(string orderId) => SignedCall.Payout(orderId).With("pg_post_link", "https://shop.test/post");

    // With a salt of its own, as all should have.
    private async Task<Reply> SendAsync(SignedCall call, bool fails = false)
    {
        try
        {
            return await Sandbox.CallAsync(call.With("pg_salt", $"salt {++_salt}"));
        }
        catch (Exception fault) when (fails && fault is HttpRequestException or IOException)
        {
            return new Reply(0, null, []);
        }
    }
}
