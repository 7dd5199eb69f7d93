using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Gateway.Family;

/// <summary>The words of all status methods over the life of a payout.</summary>
public sealed class StatusWordsTests
{
    private static readonly string[] s_paths =
        ["/g2g/payout_status2", "/g2g/payout_status", "/api/payment_status2", "/api/payment_status", "/api/iban_payout/payment_status", "/get_status2.php"];

    public static TheoryData<string> Masks => [.. TestCard.All.Select(card => CardNumber.Mask(card.Number))];

    [Theory, MemberData(nameof(Masks))]
    [Proves("M-3", "M-4", "M-5", "M-6", "M-10", "C-1", "C-3", "P-2")]
    public async Task A_test_card_is_told_in_the_words_of_each_method_as_the_clock_moves(string mask)
    {
        var card = TestCard.All.Single(known => CardNumber.Mask(known.Number) == mask);
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync(SignedCall.Payout(card: card.Number));

        Assert.Equal(Expected(card, settled: !card.InProcess), await TellAsync(sandbox));
        sandbox.Time.Advance(TimeSpan.FromSeconds(4.999));
        Assert.Equal(Expected(card, settled: !card.InProcess), await TellAsync(sandbox));
        sandbox.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(Expected(card, settled: true), await TellAsync(sandbox));
        sandbox.Time.Advance(TimeSpan.FromDays(400));
        Assert.Equal(Expected(card, settled: true), await TellAsync(sandbox));
    }

    [Theory]
    [InlineData("/api/payment_status2", "4671593866478252")]
    [InlineData("/api/payment_status2", "4556046085041740")]
    [InlineData("/api/payment_status", "5507841999732294")]
    [InlineData("/api/iban_payout/payment_status", "4556046085041740")]
    [InlineData("/get_status2.php", "4671593866478252")]
    [InlineData("/get_status2.php", "5507841999732294")]
    [InlineData("/get_status2.php", "4556046085041740")]
    [Proves("M-5", "M-6", "M-10", "S-9")]
    public async Task An_answer_as_a_whole(string path, string card)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync(SignedCall.Payout(card: card));
        var call = FamilyCall.Status(path);

        var reply = await sandbox.CallAsync(call);

        var script = path[(path.LastIndexOf('/') + 1)..];
        Assert.True(reply.IsSignedWith(call.Secret, script));
        await Verify(reply.Text, "xml").UseParameters(path.Replace('/', '-').Trim('-'), CardNumber.Mask(card));
    }

    [Theory]
    [InlineData("/api/payment_status2")]
    [InlineData("/api/payment_status")]
    [InlineData("/api/iban_payout/payment_status")]
    [InlineData("/get_status2.php")]
    [Proves("M-5", "M-6", "M-10", "E-1", "E-6", "E-7")]
    public async Task The_order_id_is_needed_and_a_payment_id_must_agree_with_it(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync(RunningSandbox.Merchant, RunningSandbox.Merchant with { Id = 9971 });
        var mine = (await sandbox.CallAsync(SignedCall.Payout("mine")))["pg_payment_id"]!;
        var other = (await sandbox.CallAsync(SignedCall.Payout("other")))["pg_payment_id"]!;
        await sandbox.CallAsync(SignedCall.Payout("another merchant's", merchant: 9971));

        var missing = await sandbox.CallAsync(FamilyCall.Status(path, order: null, payment: mine));
        Assert.Equal("9403", missing.Outcome);
        Assert.True(missing.IsSignedWith(FamilyCall.Status(path).Secret, path[(path.LastIndexOf('/') + 1)..]));
        Assert.Equal(mine, (await sandbox.CallAsync(FamilyCall.Status(path, "mine", mine)))["pg_payment_id"]);
        foreach (var (order, payment) in new[] { ("mine", other), ("nobody's", null), ("another merchant's", null) })
        {
            var unknown = await sandbox.CallAsync(FamilyCall.Status(path, order, payment));
            Assert.Equal("11068", unknown.Outcome);
            Assert.False(unknown.IsSigned);
        }
    }

    private static async Task<string> TellAsync(RunningSandbox sandbox)
    {
        var told = new List<string>();
        foreach (var path in s_paths)
        {
            var reply = await sandbox.CallAsync(FamilyCall.Status(path));
            Assert.Null(reply["pg_error_code"]);
            told.Add(string.Join(' ', path, reply["pg_status"], reply["pg_payment_status"], reply["pg_transaction_status"], reply["pg_captured"], reply["pg_failure_code"]));
        }

        return string.Join(Environment.NewLine, told);
    }

    private static string Expected(TestCard card, bool settled)
    {
        var code = settled ? card.ErrorCode : null;
        var (payment, transaction) = !settled ? ("process", "pending") : code is null ? ("success", "ok") : ("error", "failed");
        return string.Join(Environment.NewLine,
            $"/g2g/payout_status2 ok {payment}   {code}",
            $"/g2g/payout_status ok {payment}   {code}",
            $"/api/payment_status2 ok {payment}   {code}",
            $"/api/payment_status {transaction} {payment}   {code}",
            $"/api/iban_payout/payment_status {transaction} {payment}   {code}",
            $"/get_status2.php ok  {transaction} {(transaction == "ok" ? 1 : 0)} {code}");
    }
}
