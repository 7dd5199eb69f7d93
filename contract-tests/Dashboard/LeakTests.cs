using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Web.Dashboard;

namespace FreedomPaySandbox.ContractTests.Dashboard;

/// <summary>No page shows a secret, or more of a card than its mask; every page is there in both languages.</summary>
public sealed class LeakTests
{
    private const string Secret = "a-secret-of-ours";
    private const string Card = "4405645000006150";

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task Every_page_in_every_language(string code)
    {
        var merchant = RunningSandbox.Merchant with { Secrets = new MerchantSecrets(Secret, Secret + "-2") };
        await using var sandbox = await RunningSandbox.StartAsync(merchant);
        await using var visitor = new Visitor(sandbox);
        var call = SignedCall.Payout(card: Card) with { Secret = Secret };
        var payment = (await sandbox.CallAsync(call.With("pg_description", $"to {Card} with {Secret}")))["pg_payment_id"];
        await sandbox.CallAsync(call.With("pg_sig", "wrong").With("pg_order_id", Secret));
        await visitor.PostAsync("/dashboard/rules", ("merchant", "9970"), ("rules", $$$"""{"rules":[{"when":{"card":"{{{Card}}}"},"then":{"outcome":"success"}}]}"""));

        var texts = DashboardLanguage.All.Single(language => language.Code == code).Texts;
        var headings = new List<string>();
        var fields = 0;
        foreach (var path in (string[])["/", "/requests", "/rules/9970", "/clock", "/merchants", "/findings", "/reset", $"/payouts/9970/{payment}", "/requests/9970-1", "/requests/9970-2", "/nothing/of/this"])
        {
            visitor.Headers["Accept-Language"] = code;
            var seen = await visitor.GetAsync(path);
            if (path == "/nothing/of/this")
            {
                Assert.Equal(404, seen.Status);
                continue;
            }

            Assert.True(seen.Status == 200, $"{path}: HTTP {seen.Status}");
            Assert.Equal(code, seen.Page.DocumentElement.GetAttribute("lang"));
            Assert.DoesNotContain(Secret, seen.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(Card, seen.Html, StringComparison.Ordinal);
            Assert.Contains(texts.Disclaimer, seen.From("footer"), StringComparison.Ordinal);
            Assert.Single(seen.Page.QuerySelectorAll("h1"));
            Assert.Equal(DashboardPage.ContentSecurityPolicy, seen.Headers["Content-Security-Policy"]);
            foreach (var field in seen.Page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            {
                fields++;
                Assert.True(field.HasAttribute("aria-label") || (field.Id is { } id && seen.Page.QuerySelector($"label[for='{id}']") is not null), field.OuterHtml);
            }

            headings.Add(seen.Page.Title!);
        }

        Assert.InRange(fields, 5, 200);
        Assert.Equal(headings.Count, headings.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_rule_that_is_refused_comes_back_without_the_card_number()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var visitor = new Visitor(sandbox);
        var seen = await visitor.PostAsync("/dashboard/rules", ("merchant", "9970"), ("rules", $$$"""[{"when":{"card":"{{{Card}}}"},"then":{"outcome":"perhaps"}}]"""));
        Assert.Equal(422, seen.Status);
        Assert.DoesNotContain(Card, seen.Html, StringComparison.Ordinal);
        Assert.Contains("440564-XX-XXXX-6150", seen.Page.QuerySelector("#rules")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_one_call_with_a_number_is_to_a_published_test_card()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var visitor = new Visitor(sandbox);
        await sandbox.PayAsync("one", Card);
        var payment = (await sandbox.PayoutsAsync())[0].PaymentId;
        var seen = await visitor.GetAsync($"/payouts/9970/{payment}");
        Assert.Contains(AdminCall.Success, seen.From("#curl"), StringComparison.Ordinal);
        Assert.Contains("test card", seen.From("#take .hint"), StringComparison.Ordinal);
    }
}
