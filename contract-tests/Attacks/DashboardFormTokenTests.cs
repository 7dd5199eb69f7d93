using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Dashboard;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Attacks;

// A form that no page of the dashboard holds is posted to it, by a script without an Origin or by a server that was made to.
public sealed class DashboardFormTokenTests : SandboxTest
{
    private static readonly string[] s_forms =
        ["/dashboard/resend", "/dashboard/settle", "/dashboard/rules", "/dashboard/rules/default", "/dashboard/clock", "/dashboard/reset", "/dashboard/logout", "/dashboard/login"];

    private protected override async Task ArrangeAsync() => await Sandbox.PayAsync("kept");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("\u0001")]
    public async Task Form_without_the_token_does_nothing(string? token)
    {
        await using var visitor = new Visitor(Sandbox) { BringsToken = false };
        foreach (var form in s_forms)
        {
            var seen = await visitor.PostAsync(form, [("merchant", "9970"), .. token is null ? ((string, string)[])[] : [("form-token", token)]]);
            Assert.True(seen.Status == 403, $"{form}: {seen.Status}");
            Assert.Contains("Open the page again", seen.Html, StringComparison.Ordinal);
        }

        Assert.Equal("kept", Assert.Single(await Sandbox.PayoutsAsync()).OrderId);
    }

    // The token of one browser, which an attacker can have from the dashboard, is sent with the cookies of another.
    [Fact]
    public async Task Token_of_another_browser_does_nothing()
    {
        await using var attacker = new Visitor(Sandbox);
        var token = (await attacker.GetAsync("/reset")).Form("form[action$='/reset']").QuerySelector("[name=form-token]")!.GetAttribute("value")!;
        await using var visitor = new Visitor(Sandbox) { BringsToken = false };
        await visitor.GetAsync("/");
        Assert.Equal(403, (await visitor.PostAsync("/dashboard/reset", ("merchant", "9970"), ("form-token", token))).Status);
        Assert.Equal(303, (await attacker.PostAsync("/dashboard/clock", ("do", "stand"))).Status);
    }

    [Fact]
    public async Task Every_form_that_changes_something_carries_the_token()
    {
        await Sandbox.PayAsync("in process", AdminCall.InProcess);
        await using var visitor = new Visitor(Sandbox);
        var forms = 0;
        foreach (var page in (string[])["/", "/requests", "/rules/9970", "/clock", "/merchants", "/findings", "/reset", .. (await visitor.GetAsync("/")).Page.QuerySelectorAll(".payouts .what a").Select(link => link.GetAttribute("href")!)])
        {
            foreach (var form in (await visitor.GetAsync(page)).Page.QuerySelectorAll("form[method=post]"))
            {
                forms++;
                Assert.Matches("^[0-9a-f]{64}$", form.QuerySelector("input[type=hidden][name=form-token]")?.GetAttribute("value") ?? $"none in {form.OuterHtml}");
            }
        }

        Assert.InRange(forms, 5, 100);
    }

    // A page that is open while another one is opened, or fetched again by its script, keeps its token.
    [Fact]
    public async Task Token_of_a_browser_stays_the_same()
    {
        await using var visitor = new Visitor(Sandbox);
        var first = (await visitor.GetAsync("/clock")).Page.QuerySelector("[name=form-token]")!.GetAttribute("value");
        Assert.Equal(first, (await visitor.GetAsync("/reset")).Page.QuerySelector("[name=form-token]")!.GetAttribute("value"));
        visitor.Headers["X-Dashboard-Looks-Again"] = "1";
        Assert.Equal(first, (await visitor.GetAsync("/clock")).Page.QuerySelector("[name=form-token]")!.GetAttribute("value"));
    }
}
