using System.Globalization;
using System.Text;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Fuzzing;
using FreedomPaySandbox.ContractTests.Pages;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.ContractTests.Attacks;

// A shop with a Kyrgyz domain name: its recipient typed a card, the card was taken, and the browser saw an empty HTTP 500.
public sealed class BackLinkTests
{
    [Theory]
    [InlineData("https://төлөм.kg/ok", "https://xn--k1acq28db.kg/ok")]
    [InlineData("https://ТӨЛӨМ.kg/жооп?ат=Нур#баш", "https://xn--k1acq28db.kg/%D0%B6%D0%BE%D0%BE%D0%BF?%D0%B0%D1%82=%D0%9D%D1%83%D1%80#%D0%B1%D0%B0%D1%88")]
    [InlineData("https://төлөм.kg:8443/ok", "https://xn--k1acq28db.kg:8443/ok")]
    [InlineData("https://дүкөн@төлөм.kg/ok", "https://%D0%B4%D2%AF%D0%BA%D3%A9%D0%BD@xn--k1acq28db.kg/ok")]
    [InlineData("http://[::1]:80/ө", "http://[::1]/%D3%A9")]
    [InlineData("https://例え.jp", "https://xn--r8jz45g.jp/")]
    [InlineData("https://shop.test/ok?x=1", "https://shop.test/ok?x=1")]
    public async Task A_back_link_leads_there_whatever_its_letters(string link, string location)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var page = (await sandbox.CallAsync(FamilyCall.Page("1").With("pg_back_link", link)))["pg_redirect_url"]!;

        var seen = await new Recipient().TypeAsync(page, AdminCall.Success);

        Assert.Equal((303, location), (seen.Status, seen.Location));
    }

    [Theory]
    [InlineData("https:///ok")]
    [InlineData("https://-.төлөм.kg/\nSet-Cookie: a=b")]
    [InlineData("/ok")]
    public async Task One_that_no_browser_can_follow_is_refused_before_a_card_is_typed(string link)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.Equal("9403", (await sandbox.CallAsync(FamilyCall.Page("1").With("pg_back_link", link)))["pg_error_code"]);
    }

    [Fact]
    public void Whatever_is_taken_for_an_address_can_stand_in_a_header()
    {
        var taken = 0;
        for (var number = 0UL; number < 20_000; number++)
        {
            var dice = new Dice(18, number);
            var text = new StringBuilder("https://");
            for (var letters = 1 + dice.Below(8); letters > 0; letters--)
                text.Append(char.ConvertFromUtf32(dice.Below(3) switch { 0 => 0x430 + dice.Below(32), 1 => 'a' + dice.Below(26), _ => Scalar(dice) }));
            if (WebAddress.Of(text.Append(".kg/").Append(char.ConvertFromUtf32(Scalar(dice))).ToString()) is not { } address)
                continue;
            taken++;
            Assert.True(Ascii.IsValid(address.InHeader) && !address.InHeader.Any(char.IsControl), string.Create(CultureInfo.InvariantCulture, $"{number}: {address.InHeader}"));
        }

        Assert.InRange(taken, 2_000, 19_999);
    }

    private static int Scalar(Dice dice) => dice.Below(0x10FFFF) is var point && point is >= 0xD800 and <= 0xDFFF ? 0x4E8 : point;
}
