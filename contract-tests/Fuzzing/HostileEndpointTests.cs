using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using FreedomPaySandbox.ContractTests.Attacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Verification.Callbacks;
using FreedomPaySandbox.Verification.Reports;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>Endpoints with malformed answers are judged to the end, and no form of report repeats what it must not.</summary>
public sealed class HostileEndpointTests(ITestOutputHelper output)
{
    private const int PerRun = 12;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_hostile_endpoint_gets_its_report()
    {
        var run = FuzzRun.Create(PerRun) is { Cases: > PerRun } longer ? longer with { Cases = Math.Max(PerRun, longer.Cases / 1000) } : FuzzRun.Create(PerRun);
        var calls = 0;
        foreach (var number in run.Numbers)
        {
            var answers = new HostileAnswers(run.Dice(number));
            await using var endpoint = new HostileEndpoint(_ => answers.Next());
            try
            {
                var verification = await VerifyAsync(endpoint);
                Assert.NotEqual(CheckVerdict.Passed, verification.Results.Max(result => result.Verdict));
                AssertReports(verification);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                run.Fail(number, fault, endpoint.Address);
            }

            calls += endpoint.Calls;
        }

        output.WriteLine($"{run}: {run.Cases} endpoints, {calls} calls");
        Assert.InRange(calls, run.Cases * 10, int.MaxValue);
    }

    private static async Task<VerificationResult> VerifyAsync(HostileEndpoint endpoint)
    {
        var merchant = new Merchant(4711, new MerchantSecrets(HostileAnswers.Secret, HostileAnswers.Secret)) { CallbackTimeout = s_limit };
        var target = VerificationParts.CreateTarget(endpoint.Address + "/post", merchant) with
        {
            ShowsEffects = true,
            TakesOrders = true,
            TakesGet = true,
            TakesXml = true,
            Settling = TimeSpan.Zero,
        };
        using var http = new HttpMessageInvoker(CallbackConnection.Handler());
        var run = new CheckRun(
            VerificationParts.CreateCourier(http, target, TimeProvider.System),
            new OrderUrl(http, new Uri(endpoint.Address + "/orders"), s_limit, TimeProvider.System).TellAsync,
            new StatusProbe(http, endpoint.Address + "/orders/{order}", s_limit, TimeProvider.System).AskAsync,
            TimeProvider.System);
        var orders = VerificationParts.CreateOrders(target, new Seed(1), TimeProvider.System.GetUtcNow());
        return await new EndpointVerifier(run, orders).VerifyAsync(_ => { }, CancellationToken.None);
    }

    private static void AssertReports(VerificationResult verification)
    {
        var html = HtmlReport.Render(verification);
        var junit = JunitReport.Render(verification);
        var json = JsonReport.Render(verification);
        var console = string.Join('\n', verification.Results.Select((result, i) => ConsoleReport.Line(result, i + 1, verification.Results.Count)).Append(ConsoleReport.Ending(verification)));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("testsuite", XDocument.Parse(junit).Root!.Name.LocalName.TrimEnd('s'));
        using var read = JsonDocument.Parse(json);
        foreach (var report in new[] { html, junit, json, console })
        {
            Assert.DoesNotContain(HostileAnswers.Secret, WebUtility.HtmlDecode(report), StringComparison.Ordinal);
            Assert.DoesNotContain(HostileAnswers.Card, string.Concat(report.Where(char.IsAsciiDigit)), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(console, letter => char.IsControl(letter) && letter is not ('\n' or '\r'));
    }
}
