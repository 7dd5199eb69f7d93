using System.Drawing;
using System.Text;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Browsers;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using OpenQA.Selenium;

namespace FreedomPaySandbox.ContractTests.Pages;

/// <summary>The pages in a real browser, driven by its keyboard, without any script.</summary>
public sealed class PageInBrowserTests : SandboxTest
{
    private MerchantEndpoint _merchant = null!;
    private MerchantEndpoint _shop = null!;

    private protected override Merchant[] Merchants => [CallbackSandbox.Merchant];

    private protected override async Task ArrangeAsync()
    {
        _merchant = Keep(await MerchantEndpoint.StartAsync());
        _shop = Keep(await MerchantEndpoint.StartAsync());
    }

    [BrowserFact]
    [Proves("M-8", "N-1")]
    public async Task A_recipient_types_a_card_and_lands_on_the_back_link()
    {
        using var browser = new Browser();
        var page = (await Sandbox.CallAsync(FamilyCall.Page(postLink: _merchant.Link()).With("pg_back_link", _shop.Link("/thanks"))))["pg_redirect_url"]!;
        browser.Driver.Url = page;
        Assert.False(browser.ScrollsSideways);

        Type(browser, "4671 5938 6647 8252", Keys.Enter);

        browser.LandOn(_shop.Link("/thanks"));
        var callback = await VerifiedAsync();
        Assert.Equal((CallbackStatus.Ok, "1234", "467159-XX-XXXX-8252"), (callback.Status, callback.OrderId, callback.CardMask));
        browser.Driver.Url = page;
        Assert.Empty(browser.Driver.FindElements(By.Name("card")));
    }

    [BrowserFact]
    [Proves("M-9", "M-7", "N-1")]
    public async Task A_card_saved_on_a_page_is_paid_to_by_its_token()
    {
        using var browser = new Browser();
        browser.Driver.Url = (await Sandbox.CallAsync(FamilyCall.SaveCard(_merchant.Link()).With("pg_back_link", _shop.Link("/saved"))))["pg_redirect_url"]!;

        Type(browser, "5507841999732294", Keys.Tab + Keys.Enter);

        browser.LandOn(_shop.Link("/saved"));
        var token = (await _merchant.NextAsync())["pg_card_token"];
        var answer = await Sandbox.CallAsync(FamilyCall.ToToken(token).With("pg_post_link", _merchant.Link()));
        Assert.Equal("process", answer.Outcome);
        Sandbox.Time.Advance(TimeSpan.FromSeconds(5));
        var callback = await VerifiedAsync();
        Assert.Equal((CallbackStatus.Ok, answer["pg_payment_id"]), (callback.Status, $"{callback.PaymentId}"));
    }

    [BrowserFact]
    [Proves("M-8")]
    public async Task A_slip_is_told_beside_the_field_in_the_language_that_was_chosen()
    {
        using var browser = new Browser(new Size(500, 700));
        browser.Driver.Url = (await Sandbox.CallAsync(FamilyCall.Page().With("pg_back_link", _shop.Link("/thanks"))))["pg_redirect_url"]!;
        Assert.Equal("ru", browser.Element("html").GetDomAttribute("lang"));
        browser.Leave(() => browser.Element("a[href*='lang=en']").Click());

        Type(browser, "4671 5938 6647 8251", Keys.Enter);

        Assert.Equal("en", browser.Element("html").GetDomAttribute("lang"));
        Assert.Contains("mistyped", browser.Element("#card-error").Text, StringComparison.Ordinal);
        Assert.Equal("card", browser.Focused.GetDomAttribute("name"));
        Assert.Equal("", browser.Element("input[name=card]").GetDomProperty("value"));
        Assert.False(browser.ScrollsSideways);
        Type(browser, "4671593866478252", Keys.Enter);
        browser.LandOn(_shop.Link("/thanks"));
        Assert.Null(Assert.Single(await Sandbox.PayoutsAsync()).ErrorCode);
    }

    private static void Type(Browser browser, string card, string then)
    {
        var field = browser.Element("input[name=card]");
        field.Click();
        browser.Leave(() => field.SendKeys(card + then));
    }

    private async Task<Callback> VerifiedAsync()
    {
        var received = await _merchant.NextAsync();
        var reader = new CallbackReader(9970, SignedCall.PayoutSecret);
        return Assert.IsType<Callback>(reader.Read(new Uri(_merchant.Link()), received.ContentType, Encoding.ASCII.GetBytes(received.Body)));
    }
}
