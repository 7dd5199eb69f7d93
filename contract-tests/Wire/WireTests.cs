using System.Text.RegularExpressions;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Wire;

/// <summary>
/// The protocol as anybody can see it from outside. Runs unchanged against a sandbox in this process, one at <c>FREEDOMPAY_BASE_URL</c>,
/// or the vendor's host; what a target cannot be asked is skipped by name.
/// </summary>
public sealed partial class WireTests
{
    [Fact]
    [Proves("P-1", "P-2", "T-7")]
    public async Task An_accepted_payout_is_answered_in_the_documented_form()
    {
        await using var target = await WireTarget.OpenAsync();
        var call = target.Payout();

        var reply = await target.SendAsync(call.AsMultipart());

        Assert.Equal((200, "application/xml"), (reply.Status, reply.ContentType?.Split(';')[0]));
        Assert.Matches(OneElementALine(), reply.Text);
        Assert.Equal(
            [
                "pg_payment_id", "pg_merchant_id", "pg_order_id", "pg_status", "pg_balance", "pg_payment_amount", "pg_payment_date", "pg_reference",
                "pg_salt", "pg_sig", "pg_datetime",
            ],
            reply.Fields.Select(field => field.Name),
            StringComparer.Ordinal);
        Assert.Equal(("ok", call.Fields["pg_order_id"], "100"), (reply["pg_status"], reply["pg_order_id"], reply["pg_payment_amount"]));
        Assert.True(reply.IsSignedWith(target.Secret));
    }

    [Theory]
    [InlineData("multipart")]
    [InlineData("form")]
    [InlineData("query")]
    [InlineData("xml")]
    [Proves("T-1", "T-2", "T-3", "T-4")]
    public async Task Every_documented_encoding_is_understood(string encoding)
    {
        await using var target = await WireTarget.OpenAsync();
        var call = target.Payout();

        var reply = await target.SendAsync(encoding switch
        {
            "multipart" => call.AsMultipart(),
            "form" => call.AsForm(),
            "query" => call.AsQuery(),
            _ => call.AsXml(),
        });

        Assert.Equal("ok", reply.Outcome);
    }

    [Theory]
    [InlineData("4671593866478252", "ok")]
    [InlineData("5325349472901311", "10000")]
    [InlineData("4556046085041740", "10001")]
    [InlineData("5543974702876045", "8888")]
    [InlineData("6204500338419360939", "ok")]
    [InlineData("629656013969216940", "ok")]
    [InlineData("62861819783765929", "ok")]
    [Proves("C-1")]
    public async Task A_test_card_has_its_published_outcome(string card, string outcome)
    {
        await using var target = await WireTarget.OpenAsync();

        var reply = await target.SendAsync(target.Payout(card).AsForm());

        Assert.Equal(outcome, reply.Outcome);
        Assert.True(reply.IsSignedWith(target.Secret));
    }

    [WireTheory(WireNeed.Assumption)]
    [InlineData("5507841999732294")]
    [InlineData("4532676596620704")]
    [Proves("C-1", "C-3")]
    public async Task A_payout_in_process_says_so(string card)
    {
        await using var target = await WireTarget.OpenAsync();

        var reply = await target.SendAsync(target.Payout(card).AsForm());

        Assert.Equal(("process", null), (reply["pg_status"], reply["pg_reference"]));
    }

    [Fact]
    [Proves("E-1", "E-2")]
    public async Task A_wrong_signature_is_refused_and_the_refusal_signed()
    {
        await using var target = await WireTarget.OpenAsync();

        var reply = await target.SendAsync((target.Payout() with { Secret = "not the secret" }).AsForm());

        Assert.Equal(
            ["pg_status", "pg_error_code", "pg_error_description", "pg_datetime", "pg_salt", "pg_sig"],
            reply.Fields.Select(field => field.Name),
            StringComparer.Ordinal);
        Assert.Equal(("1100", "Некорректная подпись запроса"), (reply.Outcome, reply["pg_error_description"]));
        Assert.True(reply.IsSignedWith(target.Secret));
    }

    [Fact]
    [Proves("E-5")]
    public async Task An_unknown_merchant_is_refused_unsigned()
    {
        await using var target = await WireTarget.OpenAsync();

        var reply = await target.SendAsync(target.Payout().With("pg_merchant_id", "999999999999").AsForm());

        Assert.Equal(("9998", false), (reply.Outcome, reply.IsSigned));
    }

    [Fact]
    [Proves("E-7")]
    public async Task A_missing_field_is_refused()
    {
        await using var target = await WireTarget.OpenAsync();

        Assert.Equal("9403", (await target.SendAsync(target.Payout().Without("pg_payment_to").AsForm())).Outcome);
    }

    [WireFact(WireNeed.Assumption)]
    [Proves("E-9")]
    public async Task An_order_id_is_used_once()
    {
        await using var target = await WireTarget.OpenAsync();
        var call = target.Payout();

        Assert.Equal("ok", (await target.SendAsync(call.AsForm())).Outcome);
        Assert.Equal("9991", (await target.SendAsync(call.AsForm())).Outcome);
    }

    [Fact]
    [Proves("M-3")]
    public async Task The_status_of_a_payout_is_told()
    {
        await using var target = await WireTarget.OpenAsync();
        var call = target.Payout();
        var paid = await target.SendAsync(call.AsForm());

        var reply = await target.SendAsync(target.Status(call.Fields["pg_order_id"]!).AsForm());

        Assert.Equal(("ok", "success", paid["pg_payment_id"]), (reply["pg_status"], reply["pg_payment_status"], reply["pg_payment_id"]));
        Assert.True(reply.IsSignedWith(target.Secret, "payout_status2"));
    }

    [Fact]
    [Proves("E-6")]
    public async Task An_unknown_payout_has_no_status()
    {
        await using var target = await WireTarget.OpenAsync();

        Assert.Equal("11068", (await target.SendAsync(target.Status("an order that there is not").AsForm())).Outcome);
    }

    [WireFact(WireNeed.Sandbox)]
    [Proves("N-1", "N-2", "N-4", "S-10")]
    public async Task A_payout_is_called_back_signed()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var target = await WireTarget.OpenAsync();
        var call = target.Payout(postLink: merchant.Link("/payouts/done?x=1"));

        await target.SendAsync(call.AsForm());

        var callback = await merchant.NextAsync();
        Assert.Equal((call.Fields["pg_order_id"], "ok", "100.00"), (callback["pg_order_id"], callback["pg_status"], callback["pg_payment_amount"]));
        Assert.Equal(IndependentDigest.Compute("done", callback.Fields, target.Secret), callback["pg_sig"]);
    }

    [WireFact(WireNeed.Sandbox)]
    [Proves("N-7")]
    public async Task An_answer_that_was_lost_is_settled_by_asking_and_its_callback_retried()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(500), EndpointAnswers.Ok);
        await using var target = await WireTarget.OpenAsync(new SandboxRule { Then = { Fault = GatewayFaults.ResetAfterPayout } });
        var call = target.Payout(postLink: merchant.Link());

        await Assert.ThrowsAsync<HttpRequestException>(() => target.SendAsync(call.AsForm()));
        await target.Merchant.Clock.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Equal("success", (await target.SendAsync(target.Status(call.Fields["pg_order_id"]!).AsForm()))["pg_payment_status"]);
        Assert.Equal((await merchant.NextAsync())["pg_payment_id"], (await merchant.NextAsync())["pg_payment_id"]);
    }

    [GeneratedRegex("\\A<\\?xml version=\"1.0\" encoding=\"utf-8\"\\?>\n<response>\n(    <pg_[a-z]+(_[a-z]+)*>[^<\n]*</pg_[a-z_]+>\n)+</response>\n?\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneElementALine();
}
