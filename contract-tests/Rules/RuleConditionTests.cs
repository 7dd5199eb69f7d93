using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Rules;

public sealed class RuleConditionTests
{
    [Theory]
    [InlineData("4671593866478252", "4671593866478252", true)]
    [InlineData("4671593866478252", "4671590000008252", false)]
    [InlineData("4716047261941981", "4716047261941981", true)]
    [InlineData("4716047261941981", "4716040000001981", false)]
    [InlineData("4405645000006150", "4405645000006150", true)]
    [InlineData("4405645000006150", "4405640000006150", true)]
    [InlineData("4405645000006150", "4405645000006151", false)]
    [InlineData("467159-XX-XXXX-8252", "4671593866478252", true)]
    [InlineData("467159-XX-XXXX-8252", "4671580000008252", false)]
    [InlineData("4671*", "4671593866478252", true)]
    [InlineData("4671*", "4672593866478252", false)]
    [InlineData("*8252", "4671593866478252", true)]
    [InlineData("*8252", "4671593866478253", false)]
    [InlineData("467159*8252", "46715900000000008252", true)]
    [InlineData("*", "4405645000006150", true)]
    public void A_card_is_meant_by_its_number_its_mask_or_its_ends(string pattern, string card, bool fits) =>
        AssertFits($$"""{ "card": "{{pattern}}" }""", fits, scene => scene.Call(card: card));

    [Theory]
    [InlineData("100", "100.00", true)]
    [InlineData("\"100.5\"", "100.50", true)]
    [InlineData("100", "100.01", false)]
    [InlineData("""{ "from": 100, "to": 500.50 }""", "99.99", false)]
    [InlineData("""{ "from": 100, "to": 500.50 }""", "100", true)]
    [InlineData("""{ "from": 100, "to": 500.50 }""", "500.5", true)]
    [InlineData("""{ "from": 100, "to": 500.50 }""", "500.51", false)]
    [InlineData("""{ "from": 100 }""", "99999999", true)]
    [InlineData("""{ "from": 100 }""", "1", false)]
    [InlineData("""{ "to": "100" }""", "0.01", true)]
    [InlineData("""{ "to": "100" }""", "100.01", false)]
    public void An_amount_is_meant_exactly_or_by_its_bounds(string condition, string amount, bool fits) =>
        AssertFits($$"""{ "amount": {{condition}} }""", fits, scene => scene.Call(amount: amount));

    [Theory]
    [InlineData("salary-*", "salary-1", true)]
    [InlineData("salary-*", "salary-", true)]
    [InlineData("salary-*", "Salary-1", false)]
    [InlineData("salary-*", "my salary-1", false)]
    [InlineData("*-1?", "a-b-12", true)]
    [InlineData("*-1?", "a-b-1", false)]
    [InlineData("*ab*ab", "abcabab", true)]
    [InlineData("*ab*ab", "abcaba", false)]
    [InlineData("**a**", "a", true)]
    [InlineData("?", "", false)]
    [InlineData("*", "", true)]
    [InlineData("a\\\\*", "a\\b", true)]
    [InlineData("a.b", "a.b", true)]
    [InlineData("a.b", "axb", false)]
    [InlineData("[a]+(b)", "[a]+(b)", true)]
    [InlineData("заказ *", "заказ №1", true)]
    [InlineData("/", "/", true)]
    [InlineData("//", "//", true)]
    [InlineData("/^salary-[0-9]+$/", "salary-12", true)]
    [InlineData("/^salary-[0-9]+$/", "salary-x", false)]
    [InlineData("/lary/", "salary", true)]
    public void An_order_is_meant_by_wildcards_or_a_regular_expression(string pattern, string orderId, bool fits) =>
        AssertFits($$"""{ "orderId": "{{pattern}}" }""", fits, scene => scene.Call(orderId: orderId));

    [Fact]
    public void A_pattern_that_takes_for_ever_does_not_fit()
    {
        var scene = new RuleScene("""[{ "when": { "orderId": "/(.*a.{0,99}){0,80}c/" }, "then": { "fault": "silent" } }]""");
        Assert.Null(scene.Call(orderId: new string('a', 50)).Rule);
    }

    [Theory]
    [InlineData("""{ "currency": "KZT" }""", "KZT", true)]
    [InlineData("""{ "currency": "KZT" }""", "KGS", false)]
    [InlineData("""{ "operation": "p2p2nonreg" }""", "KGS", true)]
    [InlineData("{}", "KGS", true)]
    public void A_currency_and_an_operation_are_meant_by_name(string condition, string currency, bool fits) =>
        AssertFits(condition, fits, scene => scene.Call(currency: currency));

    [Fact]
    public void Another_operation_is_not_meant() =>
        AssertFits("""{ "operation": "p2p2nonreg" }""", fits: false, scene => scene.Call(operation: "reg2nonreg"));

    [Theory]
    [InlineData("""{ "card": "*" }""")]
    [InlineData("""{ "amount": { "from": 0 } }""")]
    [InlineData("""{ "orderId": "*" }""")]
    [InlineData("""{ "currency": "KGS" }""")]
    public void What_a_call_lacks_is_not_meant(string condition)
    {
        var scene = new RuleScene($$"""[{ "when": {{condition}}, "then": { "fault": "silent" } }]""");

        var match = RuleScene.Match(scene.Book, new RuledCall("p2p2nonreg", null, null, null, null), scene.Merchant, scene.Seed);

        Assert.Null(match.Rule);
        Assert.Equal(new RuleCount(0, 0), scene.Book.GetCount(0));
    }

    [Fact]
    public void All_that_is_asked_for_must_hold()
    {
        var scene = new RuleScene("""[{ "when": { "card": "4405*", "amount": 100, "orderId": "a*" }, "then": { "fault": "silent" } }]""");

        Assert.Equal(
            [true, false, false, false],
            new[] { scene.Call(orderId: "ab"), scene.Call(), scene.Call(orderId: "ab", amount: "1"), scene.Call(RuleScene.Success, orderId: "ab") }
                .Select(match => match.Rule is not null));
    }

    [Fact]
    public void A_call_is_read_from_its_fields()
    {
        var fields = SignedCall.Payout("ORD1", "100.5", RuleScene.Other, 9970).Fields;
        var call = RuledCall.From("p2p2nonreg", RuleScene.Other, fields, Merchant.Default with { Currency = "UZS" });

        Assert.Equal(new RuledCall("p2p2nonreg", RuleScene.Other, new Amount(100_50), "ORD1", "KZT"), call);
        Assert.DoesNotContain(RuleScene.Other, call.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_names_no_currency_has_the_merchants() =>
        Assert.Equal("UZS", RuledCall.From("p2p2nonreg", null, new Parameters { { Fields.Currency, "" } }, Merchant.Default with { Currency = "UZS" }).Currency);

    [Fact]
    public void What_is_malformed_or_repeated_is_none()
    {
        var fields = new Parameters
        {
            { Fields.Amount, "1,5" },
            { Fields.OrderId, "a" },
            { Fields.OrderId, "b" },
            { Fields.Currency, "GBP" },
        };

        Assert.Equal(new RuledCall("p2p2nonreg", null, null, null, null), RuledCall.From("p2p2nonreg", "4405", fields, Merchant.Default));
    }

    private static void AssertFits(string condition, bool fits, Func<RuleScene, RuleMatch> call)
    {
        var scene = new RuleScene($$"""[{ "when": {{condition}}, "then": { "fault": "silent" } }]""");
        Assert.Equal(fits, call(scene).Rule is not null);
        Assert.Equal(fits ? new RuleCount(1, 1) : new RuleCount(0, 0), scene.Book.GetCount(0));
    }
}
