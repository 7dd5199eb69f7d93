using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Dashboard;

public sealed class RulesScreenTests : DashboardTest
{
    private const string Rules = """{"rules":[{"name":"no money","when":{"orderId":"poor-*"},"then":{"outcome":"error 10009"}}]}""";

    [Fact]
    public async Task Rules_are_put_and_count_their_hits()
    {
        var editor = await Visitor.GetAsync("/rules/9970");
        var seen = await Visitor.PressAsync(editor.Form("#editor form"), ("rules", Rules));
        Assert.Equal("Rules in force: 1. Counts begin anew.", seen.Flash);

        await Sandbox.CallAsync(SignedCall.Payout("poor-1", card: AdminCall.Success));
        await Sandbox.CallAsync(SignedCall.Payout("rich-1", card: AdminCall.Success));
        seen = await Visitor.GetAsync("/rules/9970");
        Assert.Equal(["no money", "1", "1"], seen.Each(".rules tbody tr:first-child b, .rules tbody tr:first-child td"));
        Assert.Equal("when orderId: poor-*", seen.From(".rules .when"));
    }

    [Fact]
    public async Task What_is_shown_can_be_put_again_unchanged()
    {
        await Visitor.PostAsync("/dashboard/rules", ("merchant", "9970"), ("rules", Rules));
        var before = (await Sandbox.GetAsync("/merchants/9970/rules")).Text;
        var editor = await Visitor.GetAsync("/rules/9970");
        await Visitor.PressAsync(editor.Form("#editor form"), ("rules", editor.Page.QuerySelector("#rules")!.TextContent));
        Assert.Equal(before, (await Sandbox.GetAsync("/merchants/9970/rules")).Text);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_and_nothing_typed_is_lost()
    {
        await Visitor.PostAsync("/dashboard/rules", ("merchant", "9970"), ("rules", Rules));
        const string typed = "\n{\"rules\":[{\"when\":{\"crad\":\"</textarea><b>\"},\"then\":{}}]}\n";
        var seen = await Visitor.PostAsync("/dashboard/rules", ("merchant", "9970"), ("rules", typed));

        Assert.Equal(422, seen.Status);
        Assert.Equal(typed, seen.Page.QuerySelector("#rules")!.TextContent);
        Assert.Equal("true", seen.Page.QuerySelector("#rules")!.GetAttribute("aria-invalid"));
        Assert.Contains(seen.Each("#rules-error li"), problem => problem.Contains("Did you mean card?", StringComparison.Ordinal));
        Assert.StartsWith("Error: ", seen.Page.Title, StringComparison.Ordinal);
        Assert.Equal("no money", seen.From(".rules tbody b"));
    }

    [Fact]
    public async Task Text_that_is_no_JSON_is_refused_likewise()
    {
        var seen = await Visitor.PostAsync("/dashboard/rules", ("merchant", "9970"), ("rules", "{"));
        Assert.Equal((422, "{"), (seen.Status, seen.Page.QuerySelector("#rules")!.TextContent));
        Assert.Contains("malformed JSON", seen.From("#rules-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_of_the_start_come_back()
    {
        await Visitor.PostAsync("/dashboard/rules", ("merchant", "9970"), ("rules", Rules));
        var seen = await Visitor.GetAsync("/rules/9970");
        seen = await Visitor.PressAsync(seen.Form("form[action$=default]"));
        Assert.Equal("The rules are those of the start again.", seen.Flash);
        Assert.NotEmpty(seen.Page.QuerySelectorAll(".rules tbody tr.builtin"));
        Assert.Empty(seen.Page.QuerySelectorAll(".rules tbody tr:not(.builtin)"));
    }

    [Fact]
    public async Task Rules_without_a_merchant_are_those_of_the_first() =>
        Assert.Equal("/rules/9970", (await Visitor.GetAsync("/rules")).Location);
}
