using System.Xml.Linq;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Verification.Callbacks;
using FreedomPaySandbox.Verification.Reports;

namespace FreedomPaySandbox.ContractTests.Verification;

/// <summary>Each form of report as a whole, with each verdict in it and a text that would like to be markup.</summary>
public sealed class ReportTests
{
    private static readonly VerificationResult s_verification = new(
        VerificationParts.CreateTarget("http://user:word@shop.test:5000/post?token=hidden", new Merchant(9970, new MerchantSecrets("hidden", "hidden"))) with { ShowsEffects = true },
        [
            Result("ok", CheckVerdict.Passed),
            Result("fast", CheckVerdict.AnsweredRight),
            Result("duplicate", CheckVerdict.Failed, "The callback was answered 500 (<script>alert(\"&\")</script>), and 200 was due.", "Order verify-abcdefgh-9 is paid 2 times; it should be paid, once."),
            Result("error", CheckVerdict.NotChecked, "Order verify-abcdefgh-2 could not be told: --order-setup answered 404."),
            Result("get", CheckVerdict.DoesNotApply, "only with --get"),
        ]);

    [Fact]
    public Task A_page() => Verify(HtmlReport.Render(s_verification), "html");

    [Fact]
    public async Task Test_results()
    {
        var report = JunitReport.Render(s_verification);

        Assert.Equal("1", XDocument.Parse(report).Root!.Attribute("failures")!.Value);
        await Verify(report, "xml");
    }

    [Fact]
    public Task Json() => Verify(JsonReport.Render(s_verification), "json");

    [Fact]
    public Task A_terminal() => Verify(string.Join(
        '\n',
        [
            ConsoleReport.Heading(s_verification.Target),
            .. s_verification.Results.Select((result, i) => ConsoleReport.Line(result, i + 1, s_verification.Results.Count)),
            ConsoleReport.Ending(s_verification),
        ]));

    [Theory]
    [InlineData("report.html", true)]
    [InlineData("REPORT.XML", true)]
    [InlineData("some.thing/report.json", true)]
    [InlineData("report.pdf", false)]
    [InlineData("report", false)]
    public void The_name_tells_the_form(string file, bool isKnown) => Assert.Equal(isKnown, ReportForm.ForFile(file) is not null);

    private static CheckResult Result(string id, CheckVerdict verdict, params string[] seen) =>
        new(CallbackChecks.All.Single(check => check.Id == id), verdict, seen, TimeSpan.FromMilliseconds(12));
}
