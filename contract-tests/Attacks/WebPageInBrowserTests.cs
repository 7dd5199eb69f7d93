using System.Net;
using FreedomPaySandbox.ContractTests.Browsers;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using OpenQA.Selenium;
using OpenQA.Selenium.Support.UI;

namespace FreedomPaySandbox.ContractTests.Attacks;

// Real Chromium: a page that a developer has open in another tab pays from the sandbox on the same machine, because its secret is
// published.
public sealed class WebPageInBrowserTests : SandboxTest
{
    private const string Done = "document.title = 'done'";

    private OtherSite _site = null!;

    private protected override async Task ArrangeAsync() => _site = Keep(await OtherSite.StartAsync());

    // A page of another origin embeds the signed call as an image.
    [BrowserFact]
    public Task Image_of_another_site_pays_nothing() => AssertPaysNothingAsync($"<img src=\"{Query()}\" onerror=\"{Done}\" onload=\"{Done}\">");

    // The same, from a page of the same site: another port of localhost.
    [BrowserFact]
    public Task Image_of_another_port_pays_nothing() => AssertPaysNothingAsync(
        $"<img src=\"{Query().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}\" onerror=\"{Done}\" onload=\"{Done}\">", host: "localhost");

    // A page of another origin hides where it is.
    [BrowserFact]
    public Task Image_without_a_referrer_pays_nothing() =>
        AssertPaysNothingAsync($"<img referrerpolicy=\"no-referrer\" src=\"{Query()}\" onerror=\"{Done}\" onload=\"{Done}\">");

    // A page of another origin sends the call by script, without asking whether it may.
    [BrowserFact]
    public Task Fetch_of_another_site_pays_nothing() => AssertPaysNothingAsync(
        $"<script>fetch('{Place()}', {{ method: 'POST', mode: 'no-cors', headers: {{ 'Content-Type': 'application/x-www-form-urlencoded' }}, body: '{Form()}' }}).finally(() => {Done})</script>");

    // A page of another origin sends a body that a browser gives no content type, so that nothing is asked before.
    [BrowserFact]
    public async Task Fetch_without_a_content_type_empties_nothing()
    {
        await Sandbox.CallAsync(SignedCall.Payout("kept"));
        await OpenAsync($"<script>fetch('{Sandbox.Address}__admin/reset', {{ method: 'POST', mode: 'no-cors', body: new Blob(['{{}}']) }}).finally(() => {Done})</script>");
        Assert.Equal("kept", Assert.Single(await Sandbox.PayoutsAsync()).OrderId);
    }

    // A page of another origin posts a form into a frame of its own.
    [BrowserFact]
    public Task Form_of_another_site_pays_nothing() => AssertPaysNothingAsync(
        $"<iframe name=\"f\" id=\"f\"></iframe>{FormTo("f")}<script>document.getElementById('f').onload = () => {{ {Done} }}; document.forms[0].submit()</script>");

    // The same from a frame without an origin: the browser then says Origin: null.
    [BrowserFact]
    public Task Form_of_a_page_without_an_origin_pays_nothing() => AssertPaysNothingAsync(
        "<iframe sandbox=\"allow-forms allow-scripts\" id=\"f\" srcdoc='" + FormTo("_self") + "<script>onload = () => document.forms[0].submit()</script>'></iframe>"
        + $"<script>let n = 0; document.getElementById('f').onload = () => {{ if (++n === 2) {Done} }}</script>");

    // A page of another origin frames the call.
    [BrowserFact]
    public Task Frame_of_another_site_pays_nothing() =>
        AssertPaysNothingAsync($"<iframe id=\"f\" src=\"{Query()}\"></iframe><script>document.getElementById('f').onload = () => {{ {Done} }}</script>");

    // A page of another origin gets a click, and sends the browser on.
    [BrowserFact]
    public async Task Link_of_another_site_pays_nothing()
    {
        using var browser = new Browser(runsScripts: true);
        browser.Driver.Url = _site.Put("/link", $"<a href=\"{Query()}\">Win a prize</a>");
        browser.Leave(() => browser.Element("a").Click());
        Assert.Contains("web page", browser.Element("body").Text, StringComparison.Ordinal);
        Assert.Empty(await Sandbox.PayoutsAsync());
    }

    // A stranger's name resolves to this machine after its page is loaded, and the page calls its own origin.
    [BrowserFact]
    public async Task Page_under_a_name_that_became_this_machine_pays_nothing()
    {
        using var browser = new Browser(runsScripts: true, resolves: "rebound.example.com");
        browser.Driver.Url = new UriBuilder(Sandbox.Address) { Host = "rebound.example.com", Path = "/livez" }.Uri.ToString();
        foreach (var call in (string[])[$"fetch('/g2g/p2p2nonreg?{Form()}')", $"fetch('/g2g/p2p2nonreg', {{ method: 'POST', body: new URLSearchParams('{Form()}') }})"])
        {
            var answer = (string)((IJavaScriptExecutor)browser.Driver).ExecuteAsyncScript($"const end = arguments[0]; {call}.then(answer => answer.text()).then(end, () => end('failed'))")!;
            Assert.Contains("--allowed-hosts", answer, StringComparison.Ordinal);
        }

        Assert.Empty(await Sandbox.PayoutsAsync());
    }

    // What a person does goes on: a signed call typed into the address bar.
    [BrowserFact]
    public async Task Call_typed_into_the_address_bar_pays()
    {
        using var browser = new Browser();
        browser.Driver.Url = Query();
        Assert.Equal("1234", Assert.Single(await Sandbox.PayoutsAsync()).OrderId);
    }

    // A person comes to the recipient's page by a link of the merchant's site, and posts its form.
    [BrowserFact]
    public async Task Recipient_comes_by_a_link_of_the_merchant_and_types_a_card()
    {
        using var browser = new Browser();
        var back = _site.Put("/thanks", "<p>Thanks</p>");
        browser.Driver.Url = _site.Put("/checkout", $"<a href=\"{await PageAsync(back)}\">Get paid</a>", host: "localhost");
        browser.Leave(() => browser.Element("a").Click());
        Type(browser);
        browser.LandOn(back);
        Assert.Null(Assert.Single(await Sandbox.PayoutsAsync()).ErrorCode);
    }

    // The recipient's page is shown inside of the merchant's, on another site.
    [BrowserFact]
    public async Task Recipient_types_a_card_inside_of_a_frame_of_the_merchant()
    {
        using var browser = new Browser();
        var back = _site.Put("/thanks", "<p id=\"thanks\">Thanks</p>");
        browser.Driver.Url = _site.Put("/checkout", $"<iframe src=\"{await PageAsync(back, "frame")}\" width=\"480\" height=\"800\"></iframe>", host: "localhost");
        browser.Driver.SwitchTo().Frame(0);
        Type(browser);
        new WebDriverWait(browser.Driver, Patience.Limit).Until(driver => driver.FindElements(By.Id("thanks")).Count == 1);
        Assert.Null(Assert.Single(await Sandbox.PayoutsAsync()).ErrorCode);
    }

    // A person follows a link of another site to the dashboard, and its buttons work there.
    [BrowserFact]
    public async Task Developer_comes_to_the_dashboard_by_a_link_and_presses_its_buttons()
    {
        await Sandbox.CallAsync(SignedCall.Payout("gone"));
        using var browser = new Browser(new System.Drawing.Size(1280, 900));
        browser.Driver.Url = _site.Put("/notes", $"<a href=\"{Sandbox.Address}reset?merchant=9970\">Reset</a>", host: "localhost");
        browser.Leave(() => browser.Element("a").Click());
        browser.Leave(() => browser.Element("form[action$='/reset'] button").Click());
        Assert.Single(browser.Driver.FindElements(By.CssSelector(".flash.good")));
        Assert.Empty(await Sandbox.PayoutsAsync());
    }

    // A page of another origin posts the dashboard's form by itself.
    [BrowserFact]
    public async Task Form_of_another_site_empties_nothing()
    {
        await Sandbox.CallAsync(SignedCall.Payout("kept"));
        await OpenAsync(
            $"<iframe name=\"f\" id=\"f\"></iframe><form method=\"post\" target=\"f\" action=\"{Sandbox.Address}dashboard/reset\"><input name=\"merchant\" value=\"9970\"></form>"
            + $"<script>document.getElementById('f').onload = () => {{ {Done} }}; document.forms[0].submit()</script>");
        Assert.Equal("kept", Assert.Single(await Sandbox.PayoutsAsync()).OrderId);
    }

    private async Task AssertPaysNothingAsync(string html, string host = "127.0.0.1")
    {
        await OpenAsync(html, host);
        Assert.Empty(await Sandbox.PayoutsAsync());
        var refused = await Sandbox.Client.GetStringAsync(new Uri("/__admin/requests?operation=p2p2nonreg", UriKind.Relative));
        Assert.Contains("HTTP 403", refused, StringComparison.Ordinal);
        Assert.Contains("Call it from your server", refused, StringComparison.Ordinal);
        Assert.Contains(Sandbox.Log.Entries, entry => entry.Contains("HTTP 403", StringComparison.Ordinal) && entry.Contains("web page", StringComparison.Ordinal));
    }

    private Task OpenAsync(string html, string host = "127.0.0.1")
    {
        using var browser = new Browser(runsScripts: true);
        browser.Driver.Url = _site.Put("/evil", html, host);
        new WebDriverWait(browser.Driver, Patience.Limit).Until(driver => driver.Title == "done");
        return Task.CompletedTask;
    }

    private async Task<string> PageAsync(string back, string? route = null)
    {
        var call = FamilyCall.Page().With("pg_back_link", back);
        var reply = await Sandbox.CallAsync(route is null ? call : call.With("pg_payment_route", route));
        return reply["pg_redirect_url"] ?? throw new InvalidOperationException(reply.Text);
    }

    private static void Type(Browser browser)
    {
        var field = browser.Element("input[name=card]");
        field.Click();
        field.SendKeys("4671593866478252" + Keys.Enter);
    }

    private string Place() => new Uri(Sandbox.Address, "/g2g/p2p2nonreg").ToString();

    private string Query() => $"{Place()}?{Form()}";

    private static string Form() => SignedCall.GetForm(SignedCall.Payout().Sent);

    private string FormTo(string target) =>
        $"<form method=\"post\" target=\"{target}\" action=\"{Place()}\">"
        + string.Concat(SignedCall.Payout().Sent.Select(field => $"<input type=\"hidden\" name=\"{field.Name}\" value=\"{WebUtility.HtmlEncode(field.Value)}\">"))
        + "</form>";
}
