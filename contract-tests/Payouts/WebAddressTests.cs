using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.ContractTests.Payouts;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("http://shop.test/post", "shop.test:80", true)]
    [InlineData("https://Shop.Test/post?x=1", "shop.test:443", false)]
    [InlineData("http://shop.test:8080", "shop.test:8080", true)]
    [InlineData("http://[::1]:5000/post", "[::1]:5000", true)]
    [InlineData("https://төлөм.kg/post", "xn--k1acq28db.kg:443", false)]
    public void Host_and_port_name_a_queue(string text, string host, bool isPlain)
    {
        var address = WebAddress.TryParse(text)!;

        Assert.Equal((host, isPlain), (address.Host, address.IsPlain));
        Assert.Equal(host, $"{address}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("shop.test/post")]
    [InlineData("/post")]
    [InlineData("ftp://shop.test/post")]
    [InlineData("file:///etc/hosts")]
    public void What_is_no_address_of_the_web_is_none(string? text)
    {
        Assert.NotNull(WebAddress.TryParse("http://shop.test/post"));

        Assert.Null(WebAddress.TryParse(text));
    }

    [Fact]
    public void The_last_one_is_remembered_and_nothing_else_is_taken_for_it()
    {
        var first = WebAddress.TryParse("http://shop.test/post");

        Assert.Same(first, WebAddress.TryParse(new string("http://shop.test/post")));
        Assert.Equal("/POST", WebAddress.TryParse("http://shop.test/POST")!.Uri.AbsolutePath);
        Assert.Equal("/post", WebAddress.TryParse("http://shop.test/post")!.Uri.AbsolutePath);
    }
}
