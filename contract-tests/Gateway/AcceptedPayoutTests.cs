using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Gateway;

public sealed class AcceptedPayoutTests
{
    public static TheoryData<string> Masks => [.. TestCard.All.Select(card => CardNumber.Mask(card.Number))];

    [Theory, MemberData(nameof(Masks))]
    [Proves("C-1", "P-1", "P-2", "E-1")]
    public async Task A_test_card_is_answered_as_published(string card)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var number = TestCard.All.Single(known => CardNumber.Mask(known.Number) == card).Number;

        var reply = await sandbox.CallAsync(SignedCall.Payout("ORD12345", "1000", number));

        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret));
        await Verify(reply.Text, extension: "xml").UseParameters(card);
    }

    [Theory]
    [InlineData(ProcessAnswer.Process)]
    [InlineData(ProcessAnswer.OkWithPaymentStatus)]
    [Proves("C-3", "P-2")]
    internal async Task A_payout_in_process_is_answered_as_the_merchant_wants_it(ProcessAnswer processAnswer)
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            RunningSandbox.Merchant with { Switches = new() { ProcessAnswer = processAnswer } });

        var reply = await sandbox.CallAsync(SignedCall.Payout("ORD12345", "1000", "5507841999732294"));

        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret));
        await Verify(reply.Text, extension: "xml").UseParameters(processAnswer);
    }

    [Fact]
    [Proves("C-2")]
    public async Task Any_other_valid_card_succeeds()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        foreach (var card in TestCard.PaymentCards)
            Assert.Equal("ok", (await sandbox.CallAsync(SignedCall.Payout($"to {card[^4..]}", card: card))).Outcome);
    }

    [Fact]
    [Proves("C-2")]
    public async Task Where_unknown_cards_are_refused_the_test_cards_still_work()
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            RunningSandbox.Merchant with { Switches = new() { UnknownCards = UnknownCards.Refuse } });

        Assert.Equal("99999", (await sandbox.CallAsync(SignedCall.Payout("other"))).Outcome);
        Assert.Equal("ok", (await sandbox.CallAsync(SignedCall.Payout("test", card: "4671593866478252"))).Outcome);
    }
}
