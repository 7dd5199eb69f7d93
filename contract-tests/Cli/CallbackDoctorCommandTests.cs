using System.CommandLine;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Emulator.Cli;
using FreedomPaySandbox.Emulator.Delivery;

namespace FreedomPaySandbox.ContractTests.Cli;

public sealed class CallbackDoctorCommandTests
{
    [Fact]
    public async Task An_endpoint_that_answers_200_is_well()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();

        var (exit, output, _) = await RunAsync(merchant.Link("/pay/callback"), "--secret", "their secret", "--merchant", "4711", "--order", "A-1");

        Assert.Equal(0, exit);
        var callback = await merchant.NextAsync();
        Assert.Equal(("4711", "A-1", "ok"), (callback["pg_merchant_id"], callback["pg_order_id"], callback["pg_status"]));
        Assert.Equal(IndependentDigest.Compute("callback", callback.Fields, "their secret"), callback["pg_sig"]);
        Assert.Contains("Delivered", output, StringComparison.Ordinal);
        Assert.DoesNotContain("their secret", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_its_way_is_said_with_the_next_step()
    {
        await using var merchant = await MerchantEndpoint.StartAsync(EndpointAnswers.Status(415, "Expected application/json"));

        var (exit, output, _) = await RunAsync(merchant.Link());

        Assert.Equal(2, exit);
        var shown = output.Replace(merchant.Address, "http://localhost:5000", StringComparison.Ordinal);
        await Verify(System.Text.RegularExpressions.Regex.Replace(shown, "(?<=pg_(payment_id|order_id|payment_date|salt|sig)=)[^\n]+|[0-9]+(?= ms)", "…", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("/callback")]
    [InlineData("shop.test:5000")]
    public async Task An_address_that_cannot_be_called_is_told_for_that(string address)
    {
        var (exit, output, _) = await RunAsync(address);

        Assert.Equal(2, exit);
        Assert.Contains("http", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--merchant", "0")]
    [InlineData("--secret", "")]
    [InlineData("--timeout", "soon")]
    [InlineData("--timeout", "0")]
    [InlineData("--order", "")]
    public async Task What_makes_no_sense_is_refused(string option, string value)
    {
        var (exit, _, error) = await RunAsync("http://127.0.0.1:9/", option, value);

        Assert.Equal(2, exit);
        Assert.StartsWith("doctor callback:", error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var root = new RootCommand { CallbackDoctorCommand.Create(_ => null, new SandboxLocation(InContainer: false), TimeProvider.System) };
        var exit = await root.Parse(["callback", .. words]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString());
    }
}
