using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Gateway;

public sealed class StatusInquiryTests
{
    [Theory]
    [InlineData("payout_status2")]
    [InlineData("payout_status")]
    [Proves("M-3", "M-4", "S-9", "T-7")]
    public async Task A_status_answer_as_a_whole(string method)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync(SignedCall.Payout());

        var reply = await sandbox.CallAsync(Ask(method, order: "1234"));

        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret, method));
        await Verify(reply.Text, "xml").UseParameters(method);
    }

    [Theory]
    [InlineData("4671593866478252", "success", "success", null)]
    [InlineData("4405645000006150", "success", "success", null)]
    [InlineData("5325349472901311", "error", "error", "10000")]
    [InlineData("4556046085041740", "error", "error", "10001")]
    [InlineData("5543974702876045", "error", "error", "8888")]
    [InlineData("5507841999732294", "process", "success", null)]
    [InlineData("4532676596620704", "process", "error", "10001")]
    [Proves("M-3", "C-1", "C-3", "P-2")]
    public async Task Each_card_is_told_in_its_words_before_and_after_it_settles(string card, string first, string last, string? code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync(SignedCall.Payout(card: card));

        var before = await sandbox.CallAsync(Ask(order: "1234"));
        sandbox.Time.Advance(TimeSpan.FromSeconds(5));
        var after = await sandbox.CallAsync(Ask(order: "1234"));

        Assert.Equal(("ok", first), (before["pg_status"], before["pg_payment_status"]));
        Assert.Equal(("ok", last, code), (after["pg_status"], after["pg_payment_status"], after["pg_failure_code"]));
        Assert.Equal(code is null ? null : GatewayError.Get(int.Parse(code, System.Globalization.CultureInfo.InvariantCulture)).Description, after["pg_failure_description"]);
        Assert.Null(after["pg_error_code"]);
    }

    [Fact]
    [Proves("M-3", "E-6")]
    public async Task Either_id_finds_the_payout_and_both_only_when_they_agree()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = (await sandbox.CallAsync(SignedCall.Payout("A")))["pg_payment_id"]!;
        var second = (await sandbox.CallAsync(SignedCall.Payout("B")))["pg_payment_id"]!;

        Assert.Equal(first, (await sandbox.CallAsync(Ask(order: "A")))["pg_payment_id"]);
        Assert.Equal("B", (await sandbox.CallAsync(Ask(payment: second)))["pg_order_id"]);
        Assert.Equal("A", (await sandbox.CallAsync(Ask(order: "A", payment: first)))["pg_order_id"]);
        Assert.Equal("11068", (await sandbox.CallAsync(Ask(order: "A", payment: second))).Outcome);
    }

    [Fact]
    [Proves("M-3", "E-9")]
    public async Task Of_several_payouts_under_one_order_id_the_last_is_told()
    {
        var accepting = RunningSandbox.Merchant with { Switches = new MerchantSwitches { DuplicateOrder = DuplicateOrder.Accept } };
        await using var sandbox = await RunningSandbox.StartAsync(accepting);
        await sandbox.CallAsync(SignedCall.Payout());
        var last = (await sandbox.CallAsync(SignedCall.Payout()))["pg_payment_id"];

        Assert.Equal(last, (await sandbox.CallAsync(Ask(order: "1234")))["pg_payment_id"]);
    }

    [Fact]
    [Proves("E-6")]
    public async Task An_unknown_payout_as_a_whole()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var reply = await sandbox.CallAsync(Ask(order: "nobody's"));

        Assert.False(reply.IsSigned);
        await Verify(reply.Text, "xml");
    }

    [Fact]
    [Proves("E-6")]
    public async Task Another_merchants_payout_is_an_unknown_one()
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant, RunningSandbox.Merchant with { Id = 9971 });
        var payment = (await sandbox.CallAsync(SignedCall.Payout(merchant: 9971)))["pg_payment_id"]!;

        Assert.Equal("11068", (await sandbox.CallAsync(Ask(payment: payment))).Outcome);
        Assert.Equal("11068", (await sandbox.CallAsync(Ask(order: "1234"))).Outcome);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData(null, "12a")]
    [InlineData(null, "-1")]
    [InlineData("1234", "99999999999999999999")]
    [Proves("E-7")]
    public async Task An_inquiry_without_a_usable_id_is_malformed(string? order, string? payment)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync(SignedCall.Payout());

        Assert.Equal("9403", (await sandbox.CallAsync(Ask(order: order, payment: payment))).Outcome);
    }

    [Fact]
    [Proves("E-2", "E-11", "S-9")]
    public async Task A_wrong_secret_and_a_method_switched_off_are_refused_as_everywhere()
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            RunningSandbox.Merchant with { DisabledMethods = new HashSet<string>(StringComparer.Ordinal) { "payout_status" } });

        Assert.Equal("1100", (await sandbox.CallAsync(Ask(order: "1234") with { Secret = SignedCall.ReceiveSecret })).Outcome);
        Assert.Equal("9992", (await sandbox.CallAsync(Ask("payout_status", order: "1234"))).Outcome);
        Assert.Equal("11068", (await sandbox.CallAsync(Ask("payout_status2", order: "1234"))).Outcome);
    }

    private static SignedCall Ask(string method = "payout_status2", string? order = null, string? payment = null)
    {
        var fields = new Parameters { { "pg_merchant_id", "9970" }, { "pg_salt", "s" } };
        if (order is not null)
            fields.Add("pg_order_id", order);
        if (payment is not null)
            fields.Add("pg_payment_id", payment);
        return new SignedCall(fields) { Path = "/g2g/" + method };
    }
}
