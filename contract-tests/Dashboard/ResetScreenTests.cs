using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Dashboard;

public sealed class ResetScreenTests : SandboxTest
{
    [Fact]
    public async Task It_asks_first_and_empties_the_merchant_that_was_picked()
    {
        await using var visitor = new Visitor(Sandbox);
        var (other, secret) = await Sandbox.MakeAsync();
        await Sandbox.PayAsync("a");
        await Sandbox.PayAsync("b", merchant: other, secret: secret);

        var question = await visitor.GetAsync($"/reset?merchant={other}");
        Assert.Equal($"Empty merchant {other}?", question.Heading);
        Assert.Equal(["b", "a"], (await visitor.GetAsync("/")).Orders);

        var seen = await visitor.PressAsync(question.Form("form[action$=reset]"));
        Assert.Equal("Emptied: 1 merchant.", seen.Flash);
        Assert.Equal(["a"], (await visitor.GetAsync("/")).Orders);
    }

    [Fact]
    public async Task All_are_emptied_where_none_was_picked()
    {
        await using var visitor = new Visitor(Sandbox);
        await Sandbox.MakeAsync();
        await Sandbox.PayAsync("a");
        var question = await visitor.GetAsync("/reset");
        Assert.Equal("Empty all 2 merchants?", question.Heading);
        var seen = await visitor.PressAsync(question.Form("form[action$=reset]"));
        Assert.Equal("Emptied: 2 merchants.", seen.Flash);
        Assert.Empty(await Sandbox.PayoutsAsync());
    }
}
