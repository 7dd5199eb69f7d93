using System.Text;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Pages;

/// <summary>What is typed on a page is kept nowhere, be it right or wrong.</summary>
public sealed class PageLeakTests
{
    [Theory]
    [InlineData("4671593866478252")]
    [InlineData("4671 5938 6647 8252")]
    [InlineData("4671593866478251")]
    [InlineData("4671-5938-6647-825x")]
    public async Task No_number_reaches_store_log_journal_page_or_admin(string typed)
    {
        var recipient = new Recipient();
        using var file = new TemporaryStore();
        await using var sandbox = await RunningSandbox.StartAsync(file.With(RunningSandbox.Merchant));
        var seen = new StringBuilder();
        foreach (var call in new[] { FamilyCall.Page(), FamilyCall.SaveCard() })
        {
            var page = (await sandbox.CallAsync(call))["pg_redirect_url"]!;
            var answer = await recipient.TypeAsync(page, typed);
            seen.AppendLine(answer.Document.QuerySelector("form")?.OuterHtml).AppendLine(answer.Location);
        }

        foreach (var path in new[] { "/payouts", "/callbacks", "/requests" })
            seen.AppendLine((await sandbox.GetAsync(path)).Text);
        seen.AppendJoin('\n', sandbox.Log.Entries).Append(Encoding.UTF8.GetString(file.Bytes()));
        foreach (var hidden in new[] { "593866478", "938 6647", "938-6647", "5938" })
            Assert.DoesNotContain(hidden, seen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_number_in_a_description_is_masked_whatever_the_method()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.CallAsync(FamilyCall.Page().With("pg_description", "to 4671 5938 6647 8252"));

        Assert.Equal("to 467159-XX-XXXX-8252", Assert.Single(await sandbox.PayoutsAsync()).Description);
    }
}
