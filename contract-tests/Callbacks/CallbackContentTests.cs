using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class CallbackContentTests
{
    [Fact]
    [Proves("N-1", "N-2", "N-3")]
    public async Task A_success_is_called_back_with_the_documented_fields()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync(new PayoutCall("ORD12345", merchant.Link()) { Card = "4405645000006150", Amount = "1000.5" });

        await Verify((await merchant.NextAsync()).ToString());
    }

    [Fact]
    [Proves("N-1", "N-2", "N-3", "N-8")]
    public async Task A_failure_is_called_back_with_its_code_and_text()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync(new PayoutCall("ORD12345", merchant.Link()) { Card = PayoutCall.Failure });

        await Verify((await merchant.NextAsync()).ToString());
    }

    [Fact]
    [Proves("N-2")]
    public async Task What_is_to_pay_has_the_commission_on_top()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(
            CallbackSandbox.Merchant with { CommissionPercent = 1.5m, OpeningBalance = Amount.FromUnits(5000) });

        await sandbox.PayAsync("ORD1", merchant.Link());

        var callback = await merchant.NextAsync();
        Assert.Equal(("1000.00", "1015.00", "3985"), (callback[Fields.PaymentAmount], callback[Fields.ToPay], callback[Fields.Balance]));
    }

    [Theory]
    [InlineData("+06:00", "2026-01-15 15:00:00")]
    [InlineData("-09:30", "2026-01-14 23:30:00")]
    [Proves("N-2")]
    public async Task The_date_is_the_merchants_local_time(string offset, string expected)
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(CallbackSandbox.Merchant with
        {
            UtcOffset = DateTimeOffset.Parse("2000-01-01T00:00:00" + offset, System.Globalization.CultureInfo.InvariantCulture).Offset,
        });

        await sandbox.PayAsync("ORD1", merchant.Link());

        Assert.Equal(expected, (await merchant.NextAsync())[Fields.PaymentDate]);
    }

    [Fact]
    [Proves("N-1", "N-2")]
    public async Task Text_of_the_merchants_own_comes_back_as_it_was_sent()
    {
        const string OrderId = "Заказ №1 & 2=3 + 50% ✓";
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();

        await sandbox.PayAsync(OrderId, merchant.Link());

        var callback = await merchant.NextAsync();
        Assert.Equal(OrderId, callback[Fields.OrderId]);
        Assert.Equal(IndependentDigest.Compute("post", callback.Fields, "sandbox-payout-secret"), callback[Fields.Signature]);
    }

    [Theory]
    [InlineData("/post", CallbackScriptName.Empty, "post", "/post")]
    [InlineData("/a/post?x=1", CallbackScriptName.Empty, "post", "/a/post?x=1")]
    [InlineData("/a/post?next=/b/c", CallbackScriptName.Empty, "post", "/a/post?next=/b/c")]
    [InlineData("/a/callback.php", CallbackScriptName.PreviousSegment, "callback.php", "/a/callback.php")]
    [InlineData("/a/post/", CallbackScriptName.Empty, "", "/a/post/")]
    [InlineData("/a/post/", CallbackScriptName.PreviousSegment, "post", "/a/post/")]
    [InlineData("", CallbackScriptName.Empty, "", "/")]
    [InlineData("", CallbackScriptName.PreviousSegment, "", "/")]
    [Proves("S-9", "S-10", "S-11", "S-12")]
    public async Task The_merchants_own_address_names_the_script(string path, CallbackScriptName rule, string script, string target)
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(
            CallbackSandbox.Merchant with { Switches = new MerchantSwitches { CallbackScriptName = rule } });

        await sandbox.PayAsync("ORD1", merchant.Link(path));

        var callback = await merchant.NextAsync();
        Assert.Equal(target, callback.Target);
        Assert.Equal(IndependentDigest.Compute(script, callback.Fields, "sandbox-payout-secret"), callback[Fields.Signature]);
    }

    [Fact]
    [Proves("S-9")]
    public async Task The_only_secret_of_a_merchant_signs_its_callbacks()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        var single = CallbackSandbox.Merchant with { Secrets = MerchantSecrets.Create(payout: null, receive: "the-only-one")! };
        await using var sandbox = await CallbackSandbox.StartAsync(single);

        await sandbox.PayAsync(new PayoutCall("ORD1", merchant.Link()) { Merchant = single });

        var callback = await merchant.NextAsync();
        Assert.Equal(IndependentDigest.Compute("post", callback.Fields, "the-only-one"), callback[Fields.Signature]);
    }
}
