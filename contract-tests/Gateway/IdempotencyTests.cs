using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.ContractTests.Gateway;

public sealed class IdempotencyTests
{
    private static readonly SignedCall s_call = SignedCall.Payout().With("pg_idempotency_key", "key");

    [Theory]
    [InlineData("4405645000006150")]
    [InlineData("5507841999732294")]
    [InlineData("4532676596620704")]
    [InlineData("4556046085041740")]
    [Proves("E-10")]
    public async Task A_repeated_key_gets_the_first_answer_again_at_any_time(string card)
    {
        var call = s_call.With("pg_payment_to", card);
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = await sandbox.CallAsync(call);
        await sandbox.CallAsync(SignedCall.Payout("another"));
        sandbox.Time.Advance(TimeSpan.FromMinutes(1));

        var again = await sandbox.CallAsync(call.With("pg_salt", "another salt"));

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(2, (await sandbox.PayoutsAsync()).Count);
    }

    [Fact]
    [Proves("E-10")]
    public async Task Encoding_and_order_of_the_fields_make_no_other_request()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = await sandbox.SendAsync(s_call.AsMultipart());

        Assert.Equal(first.Text, (await sandbox.SendAsync(s_call.AsJson())).Text);
        Assert.Equal(first.Text, (await sandbox.CallAsync(s_call with { Fields = new([.. s_call.Fields.Reverse()]) })).Text);
    }

    [Theory]
    [InlineData("pg_amount", "100.00")]
    [InlineData("pg_order_id", "1235")]
    [InlineData("pg_payment_to", "4671593866478252")]
    [InlineData("pg_card_name", "Ivan Petrov")]
    [InlineData("x_custom", "")]
    [Proves("E-10")]
    public async Task A_repeated_key_with_any_other_field_is_refused(string field, string value)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync(s_call);

        Assert.Equal("9403", (await sandbox.CallAsync(s_call.With(field, value))).Outcome);
        Assert.Single(await sandbox.PayoutsAsync());
    }

    [Fact]
    [Proves("E-10")]
    public async Task Fields_cut_elsewhere_are_other_fields()
    {
        var nested = s_call.Plus(new("a", new Protocol.Parameters { { "b", "c" } }));
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync(nested);

        Assert.Equal("9403", (await sandbox.CallAsync(s_call.Plus(new("a", "")).Plus(new("b", "c")))).Outcome);
    }

    [Fact]
    [Proves("E-10")]
    public async Task An_empty_key_is_no_key()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal("ok", (await sandbox.CallAsync(SignedCall.Payout("1").With("pg_idempotency_key", ""))).Outcome);
        Assert.Equal("ok", (await sandbox.CallAsync(SignedCall.Payout("2").With("pg_idempotency_key", ""))).Outcome);
    }

    [Fact]
    [Proves("E-10")]
    public async Task Two_merchants_may_use_one_key()
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant, new Merchant(9971, MerchantSecrets.Published));
        Assert.Equal("ok", (await sandbox.CallAsync(s_call)).Outcome);
        Assert.Equal("ok", (await sandbox.CallAsync(s_call.With("pg_merchant_id", "9971").With("pg_amount", "1"))).Outcome);
    }

    [Fact]
    [Proves("E-10")]
    public async Task Of_many_repetitions_at_once_one_pays()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => sandbox.CallAsync(s_call)));

        Assert.Single(answers.Select(answer => answer.Text).Distinct(StringComparer.Ordinal));
        Assert.Equal("999999900", await sandbox.BalanceAsync());
    }
}
