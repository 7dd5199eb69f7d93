using System.Drawing;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Browsers;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Readme;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;
using OpenQA.Selenium;

namespace FreedomPaySandbox.ContractTests.Dashboard;

/// <summary>
/// Makes the pictures of <c>docs/screens</c> when <c>UPDATE_SCREENSHOTS</c> is set; else sees that each page can be shown and has its
/// picture.
/// </summary>
public sealed class ScreenshotTests
{
    private static readonly bool s_updates = Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") is not null;

    private static readonly string s_folder = Path.Combine(Page.Repository.FullName, "docs", "screens");

    [BrowserFact]
    public async Task Every_page_has_its_picture()
    {
        await using var shop = await MerchantEndpoint.StartAsync(EndpointAnswers.Ok, EndpointAnswers.Ok, EndpointAnswers.Status(415), EndpointAnswers.Ok);
        await using var sandbox = await RunningSandbox.StartAsync(Merchant.Default with { Seed = 9970 });
        var payout = await LiveAsync(sandbox, shop);
        var page = (await sandbox.CallAsync(FamilyCall.Page("bonus-7", "1500.50").With("pg_order_time_limit", "2026-01-16 18:00:00")))["pg_redirect_url"]!;
        using var browser = new Browser(new Size(1280, 900));

        foreach (var (name, address) in new[]
        {
            ("payouts", "/"), ("payout", $"/payouts/9970/{payout}"), ("requests", "/requests"), ("request", "/requests/9970-5"), ("rules", "/rules/9970"),
            ("clock", "/clock"), ("findings", "/findings"), ("merchants", "/merchants"), ("reset", "/reset"),
        })
        {
            browser.Driver.Url = new Uri(sandbox.Address, address + "?lang=en").ToString();
            Shoot(browser, name);
        }

        browser.Driver.Manage().Window.Size = new Size(500, 1000);
        browser.Driver.Url = page + "?lang=ru";
        Shoot(browser, "recipient");
        browser.Driver.Url = new Uri(sandbox.Address, "/?lang=ru").ToString();
        Shoot(browser, "payouts-phone");
    }

    private static void Shoot(Browser browser, string name)
    {
        Assert.NotEmpty(browser.Element("h1").Text);
        Assert.False(browser.ScrollsSideways, $"{name} is wider than the window");
        var file = Path.Combine(s_folder, name + ".png");
        if (s_updates)
        {
            Directory.CreateDirectory(s_folder);
            ((ITakesScreenshot)browser.Driver).GetScreenshot().SaveAsFile(file);
        }

        Assert.True(File.Exists(file), $"docs/screens/{name}.png is missing. Make it: UPDATE_SCREENSHOTS=1 dotnet test --filter ScreenshotTests");
    }

    // A merchant's day: what goes well, what goes wrong, and what it does not see.
    private static async Task<long> LiveAsync(RunningSandbox sandbox, MerchantEndpoint shop)
    {
        (await sandbox.PutAsync("/merchants/9970/rules",
            """{ "rules": [{ "name": "answer lost", "when": { "orderId": "salary-*", "every": 3 }, "then": { "outcome": "process, then error 10009" } }] }""")).Is(200);
        await PayAsync("salary-1", "84000", AdminCall.Success);
        await PayAsync("salary-2", "91500.75", AdminCall.InProcess);
        await PayAsync("refund-14", "1250", AdminCall.Fails);
        var payout = await PayAsync("refund-15", "777", TestCard.All[6].Number);
        await sandbox.CallAsync(SignedCall.Payout("refund-16", "300", AdminCall.Success).With("pg_salt", "s5") with { Secret = SignedCall.ReceiveSecret });
        await PayAsync("refund-17", "777", TestCard.All[6].Number);
        await sandbox.CallAsync(FamilyCall.ToIban("rent-11", "350000").With("pg_post_link", shop.Link()).With("pg_salt", "s7"));
        (await sandbox.PostAsync("/merchants/9970/clock/advance", """{"by": "31m"}""")).Is(200);
        return payout;

        async Task<long> PayAsync(string order, string amount, string card)
        {
            var call = SignedCall.Payout(order, amount, card).With("pg_post_link", shop.Link()).With("pg_salt", order).With("pg_description", "Выплата").With("pg_currency", "KGS");
            return long.Parse((await sandbox.CallAsync(call))["pg_payment_id"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
