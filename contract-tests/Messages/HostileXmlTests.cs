using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Messages;

public sealed class HostileXmlTests
{
    private const string Bomb = """
        <?xml version="1.0"?>
        <!DOCTYPE request [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <request><x>&c;</x></request>
        """;

    [Theory]
    [InlineData(Bomb)]
    [InlineData("<!DOCTYPE request><request><a>1</a></request>")]
    [InlineData("<!DOCTYPE request SYSTEM \"http://localhost:1/evil.dtd\"><request/>")]
    [InlineData("<!DOCTYPE request [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><request><a>&e;</a></request>")]
    [InlineData("<request><a>&undefined;</a></request>")]
    [InlineData("<request><a>&#0;</a></request>")]
    [InlineData("<request><a>\0</a></request>")]
    [InlineData("<request><a>&#xD800;</a></request>")]
    [InlineData("<request><a>&#xFFFF;</a></request>")]
    public void What_no_answer_could_repeat_or_entities_bring_is_refused(string xml) => Refused(xml, "The XML is malformed");

    [Fact]
    public void A_broken_surrogate_pair_is_refused() => Assert.All(
        ["\uD800", "a\uDC00", "\uDC00\uD800", "\uD800\uD800\uDC00"],
        value => Refused($"<request><a>{value}</a></request>", "The XML is malformed"));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("pg_amount=100")]
    [InlineData("<request>")]
    [InlineData("<request><a>1</a>")]
    [InlineData("<request><a>1</request>")]
    [InlineData("<request><a>1</a></request><request/>")]
    [InlineData("<request><a>1</a></request>rubbish")]
    [InlineData("<request><a b=1>1</a></request>")]
    [InlineData("<request><n:a>1</n:a></request>")]
    public void What_is_no_document_is_refused(string xml) => Refused(xml, "The XML");

    [Theory]
    [InlineData("<response><a>1</a></response>")]
    [InlineData("<Request><a>1</a></Request>")]
    public void Another_root_is_refused(string xml) => Refused(xml, "The XML's root element is not <request>.");

    [Theory]
    [InlineData("<request>text</request>")]
    [InlineData("<request><a>1</a>text</request>")]
    [InlineData("<request><![CDATA[text]]></request>")]
    [InlineData("<request><a>text<b>1</b></a></request>")]
    [InlineData("<request><a><b>1</b>text</a></request>")]
    [InlineData("<request><a><b>1</b><c>2</c>&#49;</a></request>")]
    public void Text_beside_elements_is_refused(string xml) => Refused(xml, "The XML has text beside elements.");

    [Fact]
    public void Depth_is_limited()
    {
        Assert.True(XmlMessage.Read(Nested(8), "request").IsWellFormed);
        Refused(Nested(9), "Fields nest deeper than 8 levels.");
        Refused(Nested(50_000), "Fields nest deeper than 8 levels.");

        static string Nested(int depth) =>
            $"<request>{string.Concat(Enumerable.Repeat("<a>", depth))}{string.Concat(Enumerable.Repeat("</a>", depth))}</request>";
    }

    [Fact]
    public void The_number_of_fields_is_limited()
    {
        Assert.True(XmlMessage.Read(Fields(1000), "request").IsWellFormed);
        Refused(Fields(1001), "More than 1000 fields.");
        Refused(Fields(10_000), "More than 1000 fields.");

        static string Fields(int count) => $"<request>{string.Concat(Enumerable.Repeat("<a>1</a>", count))}</request>";
    }

    [Fact]
    public void Length_is_limited_and_what_is_allowed_is_read_in_huge_pieces()
    {
        var chunk = new string('x', 500_000);
        var reading = XmlMessage.Read($"<request><a><![CDATA[{chunk}]]><![CDATA[{chunk}]]></a></request>", "request");
        Assert.Equal(chunk + chunk, reading.Parameters?["a"]);

        Refused($"<request><a><![CDATA[{chunk}{chunk}{chunk}]]></a></request>", "The XML is longer than 1048576 characters.");
    }

    [Fact]
    public void The_problem_repeats_no_value()
    {
        var problem = XmlMessage.Read("<request><pg_payment_to>4405645000006150</pg_payment_to><a></request>", "request").Problem;
        Assert.NotNull(problem);
        Assert.DoesNotContain("4405645000006150", problem, StringComparison.Ordinal);
    }

    private static void Refused(string xml, string problem)
    {
        var reading = XmlMessage.Read(xml, "request");
        Assert.False(reading.IsWellFormed);
        Assert.StartsWith(problem, reading.Problem, StringComparison.Ordinal);
    }
}
