using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.ContractTests.Merchants;

public sealed class MerchantBookTests
{
    [Theory]
    [InlineData("9970", true)]
    [InlineData("09970", false)]
    [InlineData(" 9970", false)]
    [InlineData("9970 ", false)]
    [InlineData("+9970", false)]
    [InlineData("9970.0", false)]
    [InlineData("٩٩٧٠", false)]
    [InlineData("9971", false)]
    [InlineData("99700000000000000000000", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [Proves("E-5")]
    public void A_merchant_is_known_by_its_digits_alone(string? id, bool known) =>
        Assert.Equal(known ? Merchant.Default : null, Book().Find(id)?.Merchant);

    private static MerchantRegistry Book()
    {
        var book = new MerchantRegistry();
        book.Register(new MerchantState(Merchant.Default, new StoredMerchantState(1, default, ClockReading.Machine), new ActiveRules(RuleSet.Empty), new JournalFactory(1), new SandboxClock(TimeProvider.System)));
        return book;
    }

    [Theory]
    [InlineData("09970")]
    [InlineData(" 9970")]
    [InlineData("+9970")]
    [InlineData("")]
    [Proves("E-5")]
    public async Task A_call_under_another_spelling_is_of_an_unknown_merchant(string id)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var reply = await sandbox.CallAsync(SignedCall.Payout().With("pg_merchant_id", id));

        Assert.Equal(("9998", false), (reply.Outcome, reply.IsSigned));
    }

    [Fact]
    [Proves("E-5")]
    public async Task A_call_without_a_merchant_or_with_two_is_of_an_unknown_one()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var call = SignedCall.Payout();

        Assert.Equal("9998", (await sandbox.CallAsync(call.Without("pg_merchant_id"))).Outcome);
        Assert.Equal("9998", (await sandbox.CallAsync(call.Plus(new("pg_merchant_id", "9970")))).Outcome);
        Assert.Equal("9998", (await sandbox.SendAsync(new HttpRequestMessage(HttpMethod.Post, call.AsQuery().RequestUri!.OriginalString.Split('?')[0]))).Outcome);
    }
}
