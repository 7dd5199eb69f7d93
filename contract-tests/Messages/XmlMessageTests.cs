using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Messages;

public sealed class XmlMessageTests
{
    [Fact]
    [Proves("T-4", "T-6", "S-5", "S-7")]
    public void What_was_written_is_read_again() => FixedSeed.ForAll(AnyMessage.Fields, fields =>
        Assert.Equal(MessageText.Write(fields), MessageText.Write(XmlMessage.Read(XmlMessage.Write("request", fields), "request"))));

    [Fact]
    [Proves("T-7")]
    public Task One_element_stands_on_a_line() => Verify(
        XmlMessage.Write("response",
        [
            new("pg_status", "ok"),
            new("pg_description", "Описание <b> & \"co\" ]]> 🏦"),
            new("pg_empty", ""),
            new("pg_space", " "),
            new("pg_lines", "one\r\ntwo"),
            new("pg_nested", new Parameters([new("pg_x", "1"), new("pg_deeper", new Parameters([new("y", "2")]))])),
            new("pg_status", "again"),
        ]),
        extension: "xml");

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a[b]")]
    [InlineData("a:b")]
    [InlineData("<a")]
    [InlineData("a\0")]
    public void A_name_that_could_not_be_read_again_is_not_written(string name) =>
        Assert.Throws<ArgumentException>(() => XmlMessage.Write("request", [new(name, "1")]));

    [Theory]
    [InlineData("\0")]
    [InlineData("a\u0001")]
    [InlineData("\u001F")]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    public void A_value_that_could_not_be_read_again_is_not_written(string value) =>
        Assert.Throws<ArgumentException>(() => XmlMessage.Write("request", [new("a", value)]));

    [Fact]
    public void A_broken_surrogate_pair_is_not_written() => Assert.All(
        ["\uD800", "a\uDC00", "\uDC00\uD800", "\uD800\uD800\uDC00"],
        value => Assert.Throws<ArgumentException>(() => XmlMessage.Write("request", [new("a", value)])));

    [Theory]
    [InlineData("<request><a>1</a></request>", "\"a\": \"1\"")]
    [InlineData("<?xml version=\"1.0\"?>\n<request>\n  <a>1</a>\n</request>\n\n", "\"a\": \"1\"")]
    [InlineData("<request/>", "")]
    [InlineData("<request></request>", "")]
    [InlineData("<request><a/><b></b></request>", "\"a\": \"\", \"b\": \"\"")]
    [InlineData("<request><a> 1 </a></request>", "\"a\": \" 1 \"")]
    [InlineData("<request><a> </a></request>", "\"a\": \" \"")]
    [InlineData("<request><a>&lt;&amp;&#49;</a></request>", "\"a\": \"\\u003C\\u00261\"")]
    [InlineData("<request><a>1<![CDATA[<2>]]>3</a></request>", "\"a\": \"1\\u003C2\\u003E3\"")]
    [InlineData("<request a='1'><!-- c --><?p i?><a b='2'>1<!-- c -->2</a></request>", "\"a\": \"12\"")]
    [InlineData("<request><a>2</a><b>0</b><a>1</a></request>", "\"a\": \"2\", \"b\": \"0\", \"a\": \"1\"")]
    [InlineData("<request><a> <b>1</b> <c><d>2</d></c></a></request>", "\"a\": { \"b\": \"1\", \"c\": { \"d\": \"2\" } }")]
    [Proves("T-4", "T-6", "S-5", "S-7")]
    public void A_request_is_read(string xml, string fields) =>
        Assert.Equal(fields, MessageText.Write(XmlMessage.Read(xml, "request")));
}
