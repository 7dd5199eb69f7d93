namespace FreedomPaySandbox.ContractTests.Cli;

public sealed class SignRefusalTests
{
    private const string Url = "http://h/g2g/p2p2nonreg";

    [Theory]
    [InlineData("is not name=value", "--url", Url, "pg_amount=1", "hidden")]
    [InlineData("is not name=value", "--url", Url, "=hidden")]
    [InlineData("is not name=value", "--surl", Url, "pg_amount=hidden")]
    [InlineData("Give --url", "pg_amount=1")]
    [InlineData("Give --url", "--", "curl", "-d", "a=hidden")]
    [InlineData("not an http or https one", "--url", "/g2g/hidden", "pg_amount=1")]
    [InlineData("not an http or https one", "--url", "ftp://hidden/x", "pg_amount=1")]
    [InlineData("no fields to sign", "--url", Url)]
    [InlineData("no fields to sign", "--", "curl", Url)]
    [InlineData("no fields to sign", "--", "curl", Url, "-d", "")]
    [InlineData("no fields to sign", "--", "curl", "-XPOST", Url + "?hidden=1")]
    [InlineData("The address is given twice", "--url", Url, "--", "curl", Url, "-d", "a=hidden")]
    [InlineData("two addresses", "--", "curl", Url, "-d", "a=1", "hidden")]
    [InlineData("Nothing may stand beside", "curl " + Url + " -d a=hidden", "b=2")]
    [InlineData("does not start with 'curl'", "-")]
    [InlineData("POST and GET", "--", "curl", "-X", "PUT", Url, "-d", "a=hidden")]
    [InlineData("add -G", "--", "curl", "-X", "GET", Url, "-d", "a=hidden")]
    [InlineData("they do not go with -F or -X POST", "--", "curl", "-G", "-X", "POST", Url, "-d", "a=hidden")]
    [InlineData("they do not go with -F or -X POST", "--", "curl", "-G", Url, "-F", "a=hidden")]
    [InlineData("it does not go with -d", "--", "curl", Url, "-F", "a=hidden", "-d", "b=2")]
    [InlineData("or another content type", "--", "curl", Url, "-F", "a=hidden", "-H", "Content-Type: text/plain")]
    [InlineData("A multipart body is written with -F", "--", "curl", Url, "-H", "Content-Type: multipart/form-data; boundary=x", "-d", "--x hidden")]
    [InlineData("no other content type", "--", "curl", Url, "-H", "Content-Type: text/xml", "-d", "<request>hidden</request>")]
    [InlineData("no other content type", "--", "curl", Url, "-H", "Content-Type:", "-d", "a=hidden")]
    [InlineData("add -H 'Content-Type: application/json'", "--", "curl", Url, "-d", " {\"a\":\"hidden\"}")]
    [InlineData("--data-urlencode 'pg_xml=", "--", "curl", Url, "-d", "<request>hidden</request>")]
    [InlineData("The JSON is malformed", "--", "curl", Url, "--json", "{hidden")]
    [InlineData("The JSON is not an object", "--", "curl", Url, "--json", "[\"hidden\"]")]
    [InlineData("The XML is malformed", "--url", Url, "pg_xml=<request><hidden></request>")]
    [InlineData("root element is not <request>", "--url", Url, "pg_xml=<hidden/>")]
    [InlineData("nothing may stand beside it", "--url", Url, "pg_xml=<request><a>hidden</a></request>", "pg_sig=1")]
    [InlineData("nothing may stand beside it", "--url", Url, "pg_xml[a]=hidden")]
    [InlineData("The form is not UTF-8", "--", "curl", Url, "-d", "hidden=%ff")]
    [InlineData("A field has no name", "--", "curl", Url, "-d", "=hidden")]
    [InlineData("A field holds a NUL", "--", "curl", Url, "-d", "hidden=%00")]
    [InlineData("nest deeper", "--url", Url, "hidden[1][2][3][4][5][6][7][8]=1")]
    [InlineData("-d would read a file", "--", "curl", Url, "-d", "@hidden")]
    [InlineData("--data-binary would read a file", "--", "curl", Url, "--data-binary", "@hidden")]
    [InlineData("--data-urlencode would read a file", "--", "curl", Url, "--data-urlencode", "a@hidden")]
    [InlineData("--json would read a file", "--", "curl", Url, "--json", "@hidden")]
    [InlineData("-F would read a file", "--", "curl", Url, "-F", "a=@hidden")]
    [InlineData("--form would read a file", "--", "curl", Url, "--form", "a= <hidden")]
    [InlineData("-H would read a file", "--", "curl", Url, "-H", "@hidden")]
    [InlineData("-F cuts a value at its semicolon", "--", "curl", Url, "-F", "a=hidden;type=text/plain")]
    [InlineData("use --form-string", "--", "curl", Url, "-F", "a=\"hidden\"")]
    [InlineData("-F takes name=value", "--", "curl", Url, "-F", "hidden")]
    [InlineData("--form-string takes name=value", "--", "curl", Url, "--form-string", "hidden")]
    [InlineData("-H lacks its value", "--", "curl", Url, "-H")]
    [InlineData("--data lacks its value", "--", "curl", Url, "--data")]
    [InlineData("option --cert is not understood", "--", "curl", Url, "--cert", "hidden")]
    [InlineData("option --data is not understood", "--", "curl", Url, "--data=hidden")]
    [InlineData("option -u is not understood", "--", "curl", Url, "-suhidden")]
    [InlineData("is never closed", "curl " + Url + " -d 'a=hidden")]
    [InlineData("The text goes on after the command", "curl " + Url + " -d a=1\n-d b=hidden")]
    public void A_call_that_cannot_be_signed_is_refused_with_the_next_step(string sentence, params string[] words)
    {
        var run = SignRun.Run(words);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("sign: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }
}
