using System.Drawing;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Browsers;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Steering;
using OpenQA.Selenium;
using OpenQA.Selenium.Support.UI;

namespace FreedomPaySandbox.ContractTests.Dashboard;

/// <summary>The dashboard in a real browser, with its script and without.</summary>
public sealed class DashboardInBrowserTests : IAsyncLifetime
{
    private MerchantEndpoint _merchant = null!;
    private SteeredSandbox _sandbox = null!;

    public async Task InitializeAsync()
    {
        _merchant = await MerchantEndpoint.StartAsync();
        _sandbox = await SteeredSandbox.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _merchant.DisposeAsync();
    }

    [BrowserFact]
    public async Task A_payout_appears_by_itself_and_its_end_too()
    {
        using var browser = new Browser(new Size(1280, 900), runsScripts: true);
        Open(browser, "/?lang=en");
        Until(browser, "#first-call");
        Until(browser, ".pulse.live");

        await PayAsync(SignedCall.Payout("one", card: AdminCall.InProcess).With("pg_post_link", _merchant.Link()));
        UntilText(browser, ".payouts .what a", "one");
        UntilText(browser, ".payouts tbody .status", "Paid");
        UntilText(browser, ".payouts tbody .callback", "delivered");
    }

    [BrowserFact]
    public async Task A_page_that_changes_keeps_what_was_opened_and_what_has_the_keyboard()
    {
        await PayAsync(SignedCall.Payout("one", card: AdminCall.InProcess).With("pg_post_link", _merchant.Link()));
        using var browser = new Browser(new Size(1280, 900), runsScripts: true);
        Open(browser, "/?lang=en");
        browser.Element(".payouts .what a").SendKeys(Keys.Enter);
        Until(browser, "[data-key=request] details");
        browser.Element("[data-key=request] summary").SendKeys(Keys.Enter);

        UntilText(browser, ".title .mark", "Paid");
        Until(browser, "[data-key=attempt-1-1]");
        Assert.NotNull(browser.Element("[data-key=request] details").GetDomAttribute("open"));
        Assert.Equal("summary", browser.Focused.TagName);

        browser.Element("form[action$=resend] button").SendKeys(Keys.Enter);
        UntilText(browser, ".flash", "The callback is sent again.");
        Until(browser, "[data-key=attempt-1-2]");
        Assert.False(browser.ScrollsSideways);
    }

    [BrowserFact]
    public async Task All_works_without_the_script()
    {
        await PayAsync(SignedCall.Payout("one", card: AdminCall.Success).With("pg_post_link", "http://127.0.0.1:9/post"));
        using var browser = new Browser();
        Open(browser, "/?lang=en");
        Assert.False(browser.ScrollsSideways);
        Assert.Equal("one", browser.Element(".payouts .what a").Text);

        Open(browser, "/clock");
        browser.Element("button[value='2h']").SendKeys(Keys.Enter);
        UntilText(browser, ".flash", "dead letters: 1");
        Assert.False(browser.ScrollsSideways);

        Open(browser, "/rules/9970");
        Assert.False(browser.ScrollsSideways);
        var editor = browser.Element("#rules");
        editor.Clear();
        editor.SendKeys("[{}]");
        browser.Element("#editor form button").SendKeys(Keys.Enter);
        UntilText(browser, "#rules-error", "has no then");
        Assert.Equal("[{}]", browser.Element("#rules").GetDomProperty("value"));
        browser.Element("#rules").Clear();
        browser.Element("#rules").SendKeys("[]");
        browser.Element("#editor form button").SendKeys(Keys.Enter);
        UntilText(browser, ".flash", "Rules in force: 0");
    }

    private async Task PayAsync(SignedCall call)
    {
        using var answer = await _sandbox.Client.SendAsync(call.AsForm());
        answer.EnsureSuccessStatusCode();
    }

    private void Open(Browser browser, string path) => browser.Driver.Url = new Uri(_sandbox.Address, path).ToString();

    private static void Until(Browser browser, string css) =>
        new WebDriverWait(browser.Driver, Patience.Limit).Until(driver => driver.FindElements(By.CssSelector(css)).Count > 0);

    private static void UntilText(Browser browser, string css, string text)
    {
        var wait = new WebDriverWait(browser.Driver, Patience.Limit);
        wait.IgnoreExceptionTypes(typeof(StaleElementReferenceException));
        wait.Until(driver => driver.FindElements(By.CssSelector(css)) is [var first, ..] && first.Text.Contains(text, StringComparison.Ordinal));
    }
}
