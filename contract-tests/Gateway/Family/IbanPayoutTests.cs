using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Pages;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.ContractTests.Gateway.Family;

public sealed class IbanPayoutTests : SandboxTest
{
    private const string Real = "KZ86125KZT5004100100";

    public static TheoryData<string> Names => [.. FamilyCall.ToIban().Fields.Select(sent => sent.Name).Where(IsOfMethod)];

    public static TheoryData<string> OlderNames => [.. FamilyCall.OlderToIban().Fields.Select(sent => sent.Name).Where(IsOfMethod)];

    [Theory]
    [InlineData("g2g")]
    [InlineData("api")]
    [Proves("M-1")]
    public async Task The_vendors_own_example_is_answered_as_documented(string surface)
    {
        var reply = await Sandbox.CallAsync(FamilyCall.ToIban(surface: surface));

        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret, "to_iban"));
        await Verify(reply.Text, "xml").UseParameters(surface);
    }

    [Fact]
    [Proves("M-10")]
    public async Task The_older_form_is_answered_with_a_page_on_which_there_is_nothing_to_do()
    {
        using var request = FamilyCall.OlderToIban().AsForm();
        request.Headers.Host = "sandbox.test:8585";
        var reply = await Sandbox.SendAsync(request);

        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret, "iban_payout"));
        await Verify(reply.Text, "xml");
        var page = Sandbox.Address + reply["pg_redirect_url"]!["http://sandbox.test:8585/".Length..];
        var seen = await new Recipient().OpenAsync(page);
        Assert.Equal(200, seen.Status);
        Assert.Null(seen.Field);
        Assert.Equal(200, (await new Recipient().OpenAsync(page)).Status);
    }

    [Fact]
    [Proves("M-1", "N-2")]
    public async Task Its_callback_names_no_card()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await RunningSandbox.StartAsync(CallbackSandbox.Merchant);

        await sandbox.CallAsync(FamilyCall.ToIban().With("pg_post_link", merchant.Link()));

        var callback = await merchant.NextAsync();
        Assert.Equal(IndependentDigest.Compute("post", callback.Fields, SignedCall.PayoutSecret), callback["pg_sig"]);
        await Verify(callback.ToString());
    }

    [Fact]
    [Proves("M-10")]
    public async Task The_older_form_is_called_back_only_where_it_says_so()
    {
        await Sandbox.CallAsync(FamilyCall.OlderToIban("1"));
        await Sandbox.CallAsync(FamilyCall.OlderToIban("2").Plus(new("pg_post_link", "http://site.kz/post")));

        Assert.Equal("2", (await Sandbox.GetAsync("/callbacks")).Is(200)["callbacks"].EnumerateArray().Single().GetProperty("orderId").GetString());
    }

    [Fact]
    [Proves("M-1")]
    public async Task The_account_is_shown_masked_and_kept_so()
    {
        await Sandbox.CallAsync(FamilyCall.ToIban());

        var shown = (await Sandbox.GetAsync("/payouts")).Is(200);
        var payout = shown["payouts"][0];
        Assert.Equal(("to_iban", "XXXXXXXXXXXXXXXX3412"), (payout.GetProperty("method").GetString(), payout.GetProperty("iban").GetString()));
        Assert.DoesNotContain("KZ12", shown.Text, StringComparison.Ordinal);
        Assert.False(payout.TryGetProperty("card", out _));
    }

    [Theory, MemberData(nameof(Names))]
    [Proves("M-1", "E-7")]
    public async Task Each_field_is_needed_once(string field)
    {
        var api = FamilyCall.ToIban(surface: "api");
        Assert.Equal("9403", (await Sandbox.CallAsync(api.Without(field))).Outcome);
        Assert.Equal("9403", (await Sandbox.CallAsync(api.Plus(new(field, api.Fields[field]!)))).Outcome);
        Assert.Equal(field == "pg_description" ? "ok" : "9403", (await Sandbox.CallAsync(FamilyCall.ToIban().With(field, ""))).Outcome);
    }

    [Theory, MemberData(nameof(OlderNames))]
    [Proves("M-10", "E-7")]
    public async Task Each_field_of_the_older_form_is_needed_once(string field)
    {
        var call = FamilyCall.OlderToIban();
        Assert.Equal("9403", (await Sandbox.CallAsync(call.Without(field))).Outcome);
        Assert.Equal("9403", (await Sandbox.CallAsync(call.With(field, ""))).Outcome);
        Assert.Equal("9403", (await Sandbox.CallAsync(call.Plus(new(field, call.Fields[field]!)))).Outcome);
        await Aftermath.IsCleanAsync(Sandbox);
    }

    [Theory]
    [InlineData("pg_recipient_iban", "kz123412341234123412")]
    [InlineData("pg_recipient_iban", "KZ12 3412 3412 3412 3412")]
    [InlineData("pg_recipient_iban", "KZ1234123412")]
    [InlineData("pg_recipient_iban", "12KZ3412341234123412")]
    [InlineData("pg_recipient_iban", "KZ12341234123412341234123412341234123")]
    [InlineData("pg_recipient_iin", "12345678901")]
    [InlineData("pg_recipient_iin", "1234567890123")]
    [InlineData("pg_recipient_iin", "12345678901x")]
    [InlineData("pg_recipient_kbe", "1")]
    [InlineData("pg_recipient_kbe", "1x")]
    [InlineData("pg_knp", "11")]
    [InlineData("pg_knp", "1190")]
    [InlineData("pg_bank_bik", "KZZSA")]
    [InlineData("pg_bank_bik", "kzzsae")]
    [InlineData("pg_amount", "0")]
    [InlineData("pg_post_link", "site.kz")]
    [Proves("M-1", "E-7")]
    public async Task What_is_malformed_is_refused_and_not_kept(string field, string value)
    {
        Assert.Equal("9403", (await Sandbox.CallAsync(FamilyCall.ToIban().With(field, value))).Outcome);
        Assert.Equal("9403", (await Sandbox.CallAsync(FamilyCall.ToIban(surface: "api").With(field, value))).Outcome);
        await Aftermath.IsCleanAsync(Sandbox);
    }

    [Theory]
    [InlineData(Real, "850404300012", "KZKOKZKX", "ok")]
    [InlineData("KZ123412341234123412", "850404300012", "KZKOKZKX", "9403")]
    [InlineData(Real, "850404300013", "KZKOKZKX", "9403")]
    [InlineData(Real, "850404300012", "KZZSAE", "9403")]
    [Proves("M-1", "M-10")]
    public async Task Strictly_read_the_details_must_be_such_as_can_be_real(string iban, string iin, string bik, string outcome)
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant with { Switches = new MerchantSwitches { StrictBankDetails = true } });

        Assert.Equal(outcome, (await sandbox.CallAsync(FamilyCall.ToIban()
            .With("pg_recipient_iban", iban).With("pg_recipient_iin", iin).With("pg_bank_bik", bik))).Outcome);
        Assert.Equal(outcome, (await sandbox.CallAsync(FamilyCall.OlderToIban("older")
            .With("pg_recipient_iban", iban).With("pg_recipient_iin_bin", iin).With("pg_recipient_bank_bic", bik))).Outcome);
    }

    [Fact]
    [Proves("M-1", "C-3")]
    public async Task A_rule_can_hold_it_in_process_and_fail_it()
    {
        (await Sandbox.PutAsync("/merchants/9970/rules",
            """{ "rules": [{ "when": { "operation": "to_iban" }, "then": { "outcome": "process, then error 10029" } }] }""")).Is(200);

        Assert.Equal("process", (await Sandbox.CallAsync(FamilyCall.ToIban())).Outcome);
        Assert.Equal("999999900", await Sandbox.BalanceAsync());
        Sandbox.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("10029", (await Sandbox.CallAsync(FamilyCall.Status("/g2g/payout_status2")))["pg_failure_code"]);
        Assert.Equal("1000000000", await Sandbox.BalanceAsync());
    }

    [Theory]
    [InlineData("g2g")]
    [InlineData("api")]
    [Proves("M-1", "E-8", "E-9", "E-10")]
    public async Task It_is_refused_as_a_payout_to_a_card_is(string surface)
    {
        var call = FamilyCall.ToIban(surface: surface);
        (await Sandbox.PutAsync("/merchants/9970", """{"balance": 150}""")).Is(200);
        Assert.Equal("8888", (await Sandbox.CallAsync(call.With("pg_order_id", "rich").With("pg_amount", "151"))).Outcome);
        var first = await Sandbox.CallAsync(call.With("pg_idempotency_key", "key"));

        Assert.Equal(first.Text, (await Sandbox.CallAsync(call.With("pg_idempotency_key", "key"))).Text);
        Assert.Equal("9991", (await Sandbox.CallAsync(call)).Outcome);
        Assert.Equal("9403", (await Sandbox.CallAsync(call.With("pg_idempotency_key", "key").With("pg_amount", "1"))).Outcome);
    }

    private static bool IsOfMethod(string field) => field is not ("pg_merchant_id" or "pg_salt");
}
