using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Signatures;

public sealed class ScriptNameTests
{
    [Theory]
    [InlineData("/g2g/p2p2nonreg", "p2p2nonreg")]
    [InlineData("g2g/p2p2nonreg", "p2p2nonreg")]
    [InlineData("p2p2nonreg", "p2p2nonreg")]
    [InlineData("/g2g/p2p2nonreg?a=b/c", "p2p2nonreg")]
    [InlineData("/g2g/p2p2nonreg#top/x", "p2p2nonreg")]
    [InlineData("https://api.freedompay.kg/g2g/p2p2nonreg", "p2p2nonreg")]
    [InlineData("http://localhost:8585/get_status2.php?pg_order_id=1", "get_status2.php")]
    [InlineData("/v1/merchant/9970/cardstoragepayout/add", "add")]
    [InlineData("/g2g/p2p2nonreg/", "")]
    [InlineData("http://localhost:8585", "")]
    [InlineData("http://localhost:8585?x=/y", "")]
    [InlineData("", "")]
    [InlineData("/G2G/P2P2NonReg", "P2P2NonReg")]
    [InlineData("/g2g/p2p%32nonreg", "p2p%32nonreg")]
    [Proves("S-1")]
    public void The_script_is_what_stands_after_the_last_slash(string url, string script) =>
        Assert.Equal(script, ScriptName.FromUrl(url));

    [Theory]
    [InlineData("//api/iban_payout", "iban_payout")]
    [InlineData("https://api.paybox.money//api/iban_payout", "iban_payout")]
    [InlineData("/api//iban_payout", "iban_payout")]
    [InlineData("/redirect/http://iban_payout", "iban_payout")]
    [Proves("S-1")]
    public void Repeated_slashes_do_not_change_the_script(string url, string script) =>
        Assert.Equal(script, ScriptName.FromUrl(url));

    [Theory]
    [InlineData("http://site.kz/post", "post")]
    [InlineData("http://site.kz/a/post", "post")]
    [InlineData("https://site.kz:8443/a/callback.php", "callback.php")]
    [InlineData("http://site.kz/Post", "Post")]
    [InlineData("http://user:pass@site.kz/post", "post")]
    [Proves("S-10")]
    public void A_callback_is_signed_with_the_last_segment_of_the_post_link(string postLink, string script)
    {
        Assert.Equal(script, ScriptName.ForCallback(postLink));
        Assert.Equal(script, ScriptName.ForCallback(postLink, CallbackScriptName.PreviousSegment));
    }

    [Theory]
    [InlineData("http://site.kz/a/post?x=1", "post")]
    [InlineData("http://site.kz/post?next=/other/script", "post")]
    [InlineData("http://site.kz/post?", "post")]
    [InlineData("http://site.kz/post#fragment/x", "post")]
    [InlineData("http://site.kz?x=/y", "")]
    [Proves("S-10", "S-12")]
    public void The_query_of_a_post_link_is_not_signed(string postLink, string script)
    {
        Assert.Equal(script, ScriptName.ForCallback(postLink));
        Assert.Equal(script, ScriptName.ForCallback(postLink, CallbackScriptName.PreviousSegment));
    }

    [Theory]
    [InlineData("http://site.kz/post/", "post")]
    [InlineData("http://site.kz/a/post/?x=1", "post")]
    [InlineData("http://site.kz/post//", "post")]
    [InlineData("http://site.kz/", "")]
    [InlineData("http://site.kz", "")]
    [InlineData("http://site.kz?x=1", "")]
    [Proves("S-11")]
    public void A_post_link_that_ends_in_a_slash_signs_with_nothing_or_with_the_segment_before(string postLink, string previous)
    {
        Assert.Equal("", ScriptName.ForCallback(postLink));
        Assert.Equal("", ScriptName.ForCallback(postLink, CallbackScriptName.Empty));
        Assert.Equal(previous, ScriptName.ForCallback(postLink, CallbackScriptName.PreviousSegment));
    }
}
