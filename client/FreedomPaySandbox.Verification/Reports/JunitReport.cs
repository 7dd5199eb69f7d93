using System.Globalization;
using System.Xml.Linq;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.Verification.Reports;

/// <summary>A verification as the test results that build servers show.</summary>
internal static class JunitReport
{
    public static string Render(VerificationResult verification)
    {
        var suite = new XElement(
            "testsuite",
            new XAttribute("name", $"callback {verification.Target.Shown}"),
            new XAttribute("tests", verification.Results.Count),
            new XAttribute("failures", verification.Count(CheckVerdict.Failed)),
            new XAttribute("errors", verification.Count(CheckVerdict.NotChecked)),
            new XAttribute("skipped", verification.Count(CheckVerdict.DoesNotApply)),
            new XAttribute("time", Seconds(verification.Results.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Took))),
            verification.Results.Select(Case));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{suite}\n".ReplaceLineEndings("\n");
    }

    private static XElement Case(CheckResult result) => new(
        "testcase",
        new XAttribute("classname", "callback"),
        new XAttribute("name", $"{result.Check.Id}: {result.Check.Title}"),
        new XAttribute("time", Seconds(result.Took)),
        result.Verdict switch
        {
            CheckVerdict.Failed => new XElement("failure", new XAttribute("message", Text(result)), $"{result.Check.Why}\n{result.Check.Fix}"),
            CheckVerdict.NotChecked => new XElement("error", new XAttribute("message", Text(result))),
            CheckVerdict.DoesNotApply => new XElement("skipped", new XAttribute("message", Text(result))),
            CheckVerdict.AnsweredRight => new XElement("system-out", "Answered right; the effect was not seen."),
            _ => null,
        });

    private static string Text(CheckResult result) => string.Join(' ', result.Seen);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
