using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Pages;

/// <summary>A card that its owner types to be paid to later, from the merchant's call to a payout to its token (M-9, M-7).</summary>
public sealed class CardSavingTests : SandboxTest
{
    private readonly Recipient _recipient = new();
    private MerchantEndpoint _merchant = null!;

    private protected override Merchant[] Merchants => [CallbackSandbox.Merchant];

    private protected override async Task ArrangeAsync() => _merchant = Keep(await MerchantEndpoint.StartAsync());

    [Fact]
    [Proves("M-9")]
    public async Task An_answer_as_a_whole()
    {
        using var request = FamilyCall.SaveCard().AsForm();
        request.Headers.Host = "sandbox.test:8585";
        var reply = await Sandbox.SendAsync(request);

        Assert.True(reply.IsSignedWith(SignedCall.ReceiveSecret, "add"));
        await Verify(reply.Text, "xml");
    }

    [Fact]
    [Proves("M-9", "M-7")]
    public async Task A_saved_card_is_called_back_with_a_token_that_can_be_paid_to()
    {
        var page = (await Sandbox.CallAsync(FamilyCall.SaveCard(_merchant.Link())))["pg_redirect_url"]!;

        var seen = await _recipient.TypeAsync(page, "5507 8419 9973 2294");

        Assert.Equal((303, "http://site.kz/back"), (seen.Status, seen.Location));
        var callback = await _merchant.NextAsync();
        Assert.Equal(IndependentDigest.Compute("post", callback.Fields, SignedCall.ReceiveSecret), callback[Fields.Signature]);
        await Verify(callback.ToString());
        Assert.Equal("process", (await Sandbox.CallAsync(FamilyCall.ToToken(callback[Fields.CardToken]))).Outcome);
    }

    [Fact]
    [Proves("M-9")]
    public async Task It_is_no_payout_wherever_payouts_are_shown()
    {
        var reply = await Sandbox.CallAsync(FamilyCall.SaveCard(_merchant.Link()));
        await _recipient.TypeAsync(reply["pg_redirect_url"]!, AdminCall.Success);
        await _merchant.NextAsync();

        Assert.Equal(0, (await Sandbox.GetAsync("/payouts")).Is(200)["payouts"].GetArrayLength());
        Assert.Equal("11068", (await Sandbox.CallAsync(FamilyCall.Status("/g2g/payout_status2", order: null, payment: reply["pg_payment_id"]))).Outcome);
        Assert.Equal("1000000000", await Sandbox.BalanceAsync());
        var told = (await Sandbox.GetAsync("/callbacks")).Is(200)["callbacks"];
        Assert.Equal(1, told.GetArrayLength());
        Assert.False(told[0].TryGetProperty("orderId", out _));
    }

    [Fact]
    [Proves("M-9")]
    public async Task A_link_works_once_and_for_an_hour()
    {
        var used = (await Sandbox.CallAsync(FamilyCall.SaveCard()))["pg_redirect_url"]!;
        var late = (await Sandbox.CallAsync(FamilyCall.SaveCard()))["pg_redirect_url"]!;
        await _recipient.TypeAsync(used, AdminCall.Success);
        Assert.Equal(410, (await _recipient.OpenAsync(used)).Status);
        Assert.Equal(200, (await _recipient.OpenAsync(late)).Status);

        Sandbox.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(410, (await _recipient.OpenAsync(late)).Status);
    }

    [Fact]
    [Proves("M-9", "E-4")]
    public async Task A_path_that_names_another_merchant_is_as_a_wrong_signature()
    {
        var reply = await Sandbox.CallAsync(FamilyCall.SaveCard() with { Path = "/v1/merchant/9971/cardstoragepayout/add" });

        Assert.Equal((401, "1100", false), (reply.Status, reply.Outcome, reply.IsSigned));
    }

    [Theory]
    [InlineData("pg_user_id", "with space")]
    [InlineData("pg_post_link", "site.kz")]
    [InlineData("pg_back_link", "ftp://site.kz")]
    [Proves("M-9", "E-7")]
    public async Task What_is_missing_or_malformed_is_refused_signed(string field, string value)
    {
        foreach (var call in new[] { FamilyCall.SaveCard().With(field, value), FamilyCall.SaveCard().Without(field), FamilyCall.SaveCard().With(field, "") })
        {
            var reply = await Sandbox.CallAsync(call);
            Assert.Equal("9403", reply.Outcome);
            Assert.True(reply.IsSignedWith(SignedCall.ReceiveSecret, "add"));
        }
    }
}
