using System.Text.RegularExpressions;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Gateway;

public sealed partial class AnswerFormTests : SandboxTest
{
    public static TheoryData<string, object> Calls => new()
    {
        { "accepted", SignedCall.Payout() },
        { "unknown merchant", SignedCall.Payout(merchant: 1) },
        { "wrong signature", SignedCall.Payout().With("pg_sig", new string('0', 32)) },
        { "malformed", SignedCall.Payout(amount: "much") },
        { "refused by the bank", SignedCall.Payout(card: "4556046085041740") },
    };

    [Theory, MemberData(nameof(Calls))]
    [Proves("T-7")]
    public async Task Every_answer_is_XML_that_even_a_regular_expression_can_read(string answer, object call)
    {
        var reply = await Sandbox.CallAsync((SignedCall)call);

        Assert.Equal((answer, 200, "application/xml"), (answer, reply.Status, reply.ContentType));
        Assert.Equal((byte)'<', reply.Body[0]);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<response>\n", reply.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n</response>\n", reply.Text, StringComparison.Ordinal);
        Assert.Equal(
            reply.Fields.Select(field => (field.Name, field.Value)),
            reply.Text.Split('\n')[2..^2].Select(line => ElementOnALine().Match(line)).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value)));
    }

    [Fact]
    [Proves("T-12", "P-1", "P-2", "T-11")]
    public async Task An_accepted_payout_has_a_plain_number_a_reference_and_no_error_code()
    {
        var reply = await Sandbox.CallAsync(SignedCall.Payout(amount: "100.50"));

        Assert.Matches("^[1-9][0-9]{9}$", reply["pg_payment_id"]);
        Assert.Matches("^[A-Z0-9]{14}$", reply["pg_reference"]);
        Assert.Equal(("100.50", "999999899.5"), (reply["pg_payment_amount"], reply["pg_balance"]));
        Assert.DoesNotContain("error", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Proves("S-5")]
    public async Task What_XML_must_escape_comes_back_as_it_was_sent()
    {
        const string OrderId = "<a>&amp;]]>'\"";
        var reply = await Sandbox.CallAsync(SignedCall.Payout(OrderId));

        Assert.Equal(OrderId, reply["pg_order_id"]);
        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret));
    }

    [GeneratedRegex("^    <(?<name>[a-z_]+)>(?<value>[^<]*)</\\k<name>>$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ElementOnALine();
}
