using System.Globalization;
using System.Text;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Fuzzing;
using FreedomPaySandbox.ContractTests.Pages;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Attacks;

// A Kyrgyz shop whose domain is in Cyrillic letters: the card was taken, and the recipient saw an empty 500.
public sealed class HeaderAddressTests
{
    private const string Shop = "https://xn--k1acq28db.kg";

    public static TheoryData<string, string> Links => new()
    {
        { "https://төлөм.kg/ok", $"{Shop}/ok" },
        { "https://ТӨЛӨМ.KG/ok", $"{Shop}/ok" },
        { "https://төлөм.kg", $"{Shop}/" },
        { "https://төлөм。kg/ok", $"{Shop}/ok" },
        { "https://төлөм.kg:8443/жол?к=в&a=%20#я", $"{Shop}:8443/%D0%B6%D0%BE%D0%BB?%D0%BA=%D0%B2&a=%20#%D1%8F" },
        { "https://u:пар@төлөм.kg/", "https://u:%D0%BF%D0%B0%D1%80@xn--k1acq28db.kg/" },
        { "http://\U0001f600.kg/\U0001f600", "http://xn--e28h.kg/%F0%9F%98%80" },
        { "http://shop.test/жол", "http://shop.test/%D0%B6%D0%BE%D0%BB" },
        { "http://shop.test/a\u0085b\u2028c\u202ed", "http://shop.test/a%C2%85b%E2%80%A8c%E2%80%AEd" },
        { "http://shop.test/a b\"<>", "http://shop.test/a%20b%22%3C%3E" },
        { "http://shop.test/a%0d%0aSet-Cookie:%20x=1", "http://shop.test/a%0d%0aSet-Cookie:%20x=1" },
        { "http://[::1]:8080/ok?x=ы", "http://[::1]:8080/ok?x=%D1%8B" },
        { "http://127.0.0.1/", "http://127.0.0.1/" },
        { $" http://shop.test/{new string('x', 220)}\r\n", $"http://shop.test/{new string('x', 220)}" },
        { $"https://төлөм.kg/{new string('ө', 200)}", $"{Shop}/{string.Concat(Enumerable.Repeat("%D3%A9", 200))}" },
    };

    [Theory]
    [MemberData(nameof(Links))]
    public async Task A_back_link_of_any_letters_leads_there_once_the_card_is_taken(string link, string location)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var page = (await sandbox.CallAsync(FamilyCall.Page().With(Fields.BackLink, link)))["pg_redirect_url"]!;

        var seen = await new Recipient().TypeAsync(page, AdminCall.Success);

        Assert.Equal((303, location), (seen.Status, seen.Location));
    }

    [Fact]
    public async Task A_back_link_of_any_letters_leads_there_once_a_card_is_saved()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var page = (await sandbox.CallAsync(FamilyCall.SaveCard().With(Fields.BackLink, "https://төлөм.kg/ok")))["pg_redirect_url"]!;

        var seen = await new Recipient().TypeAsync(page, AdminCall.Success);

        Assert.Equal((303, $"{Shop}/ok"), (seen.Status, seen.Location));
    }

    // What could not be a header, or could be two, is refused before a card is typed.
    [Theory]
    [InlineData("http://shop.test/ok\r\nSet-Cookie: x=1")]
    [InlineData("http://shop.test/ok\nX: y")]
    [InlineData("http://shop.test/\u007f")]
    [InlineData("https://яяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяя.kg/")] // 65 letters: no name in the form of IDNA
    [InlineData("javascript:alert(1)")]
    [InlineData("//shop.test/ok")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_back_link_that_makes_no_header_is_refused(string link)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.Equal("9403", (await sandbox.CallAsync(FamilyCall.Page().With(Fields.BackLink, link))).Outcome);
        Assert.Equal("9403", (await sandbox.CallAsync(FamilyCall.SaveCard().With(Fields.BackLink, link))).Outcome);
    }

    [Fact]
    public async Task Links_of_64_KB_are_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var link = $"https://төлөм.kg/{new string('x', 64 * 1024)}";

        Assert.Equal("9403", (await sandbox.CallAsync(FamilyCall.Page().With(Fields.BackLink, link))).Outcome);
        Assert.Equal("9403", (await sandbox.CallAsync(FamilyCall.Page().With(Fields.PostLink, link))).Outcome);
        Assert.Equal("9403", (await sandbox.CallAsync(SignedCall.Payout().With(Fields.PostLink, link))).Outcome);
    }

    [Fact]
    public async Task A_post_link_whose_host_has_no_name_to_ask_for_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var link = $"https://{new string('я', 65)}.kg/hook";

        Assert.Equal("9403", (await sandbox.CallAsync(SignedCall.Payout().With(Fields.PostLink, link))).Outcome);
    }

    // The host becomes a header of the callback, the path a part of its first line.
    [Fact]
    public async Task A_post_link_of_any_letters_is_called()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();
        var link = merchant.Link("/жол?к=в").Replace("127.0.0.1", "төлөм.localhost", StringComparison.Ordinal);

        await sandbox.PayAsync("ORD1", link);

        Assert.Equal("/%D0%B6%D0%BE%D0%BB?%D0%BA=%D0%B2", (await merchant.NextAsync()).Target);
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
            if (WebAddress.TryParse(text.Append(".kg/").Append(char.ConvertFromUtf32(Scalar(dice))).ToString()) is not { } address)
                continue;
            taken++;
            Assert.True(Ascii.IsValid(address.InHeader) && !address.InHeader.Any(char.IsControl), string.Create(CultureInfo.InvariantCulture, $"{number}: {address.InHeader}"));
        }

        Assert.InRange(taken, 2_000, 19_999);
    }

    private static int Scalar(Dice dice) => dice.Below(0x10FFFF) is var point && point is >= 0xD800 and <= 0xDFFF ? 0x4E8 : point;
}
