using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>What options are taken, and how the others are refused.</summary>
public sealed class FreedomPayOptionsTests
{
    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_when_the_program_starts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddFreedomPayPayouts(options =>
        {
            options.BaseAddress = new Uri("ftp://gateway");
            options.PayoutSecret = "";
            options.ReceiveSecret = " with a space before";
            options.Timeout = TimeSpan.Zero;
            options.UtcOffset = TimeSpan.FromSeconds(21601);
            options.CallbackScriptName = (CallbackScriptName)7;
            options.NewSalt = null!;
        });
        using var program = builder.Build();

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => program.StartAsync());

        Assert.DoesNotContain("with a space before", fault.ToString(), StringComparison.Ordinal);
        await Verify(fault.Message.Replace("; ", ";\n", StringComparison.Ordinal), "txt");
    }

    [Theory]
    [InlineData("https://api.freedompay.kg")]
    [InlineData("https://api.freedompay.kg:8443/below/")]
    [InlineData("http://localhost:8585")]
    [InlineData("http://payouts.localhost")]
    [InlineData("http://127.1.2.3")]
    [InlineData("http://[::1]:8585")]
    [InlineData("http://[fd00::1]")]
    [InlineData("http://[::ffff:10.0.0.1]")]
    [InlineData("http://10.1.2.3")]
    [InlineData("http://172.16.0.1")]
    [InlineData("http://172.31.255.255")]
    [InlineData("http://192.168.1.1")]
    [InlineData("http://sandbox:8585")]
    [InlineData("http://host.docker.internal")]
    public void An_address_of_the_gateway_or_of_a_sandbox_is_taken(string address) => Assert.Null(Problem(options => options.BaseAddress = new Uri(address)));

    [Theory]
    [InlineData("http://api.freedompay.kg")]
    [InlineData("http://8.8.8.8")]
    [InlineData("http://172.32.0.1")]
    [InlineData("http://172.15.0.1")]
    [InlineData("http://192.169.0.1")]
    [InlineData("http://[2001:db8::1]")]
    [InlineData("http://[::ffff:8.8.8.8]")]
    [InlineData("http://notlocalhost.example")]
    public void Plain_http_to_anywhere_else_is_not(string address) =>
        Assert.Contains("expected https", Problem(options => options.BaseAddress = new Uri(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://user:password@api.freedompay.kg")]
    [InlineData("https://api.freedompay.kg/?key=1")]
    [InlineData("https://api.freedompay.kg/#key")]
    public void An_address_holds_no_more_than_an_address(string address)
    {
        var problem = Problem(options => options.BaseAddress = new Uri(address));
        Assert.Contains("without user name, query and fragment", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("password", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret\n")]
    [InlineData("\tsecret")]
    [InlineData(" ")]
    public void A_secret_that_was_copied_with_white_space_is_refused(string secret)
    {
        var problem = Problem(options => options.PayoutSecret = secret);
        Assert.Contains("PayoutSecret", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, problem!.Replace(' ', '_'), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_minute_is_waited_unless_told_otherwise()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), new FreedomPayOptions().Timeout);
        Assert.Contains("Timeout", Problem(options => options.Timeout = TimeSpan.FromHours(2)), StringComparison.Ordinal);
        Assert.Contains("Timeout", Problem(options => options.Timeout = Timeout.InfiniteTimeSpan), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("06:00", true)]
    [InlineData("-03:30", true)]
    [InlineData("14:00", true)]
    [InlineData("-14:00", true)]
    [InlineData("14:01", false)]
    [InlineData("-14:01", false)]
    [InlineData("00:00:01", false)]
    public void A_distance_from_UTC_is_one_of_whole_minutes_that_there_is(string text, bool taken)
    {
        Assert.Equal(TimeSpan.FromHours(6), new FreedomPayOptions().UtcOffset);
        var problem = Problem(options => options.UtcOffset = TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(taken, problem?.Contains("UtcOffset", StringComparison.Ordinal) is not true);
    }

    [Fact]
    public void Whoever_creates_a_client_a_reader_or_an_answer_by_hand_is_told_the_same()
    {
        using var http = new HttpClient();
        var options = Gateway.Options();
        options.MerchantId = 0;
        Assert.All<Action>(
            [
                () => _ = new PayoutClient(http, options),
                () => _ = new CallbackReader(options),
                () => _ = new SavedCardCallbackReader(options),
                () => _ = new CallbackAnswer(options),
            ],
            create => Assert.Contains("MerchantId", Assert.Throws<OptionsValidationException>(create).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_gets_all_of_them()
    {
        await using var services = new ServiceCollection().AddFreedomPayPayouts(options =>
        {
            (options.BaseAddress, options.MerchantId, options.PayoutSecret) = (new Uri("http://sandbox"), 9970, Gateway.Secret);
            options.ReceiveSecret = Gateway.ReceiveSecret;
        }).Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        Assert.NotNull(services.GetRequiredService<PayoutClient>());
        Assert.NotNull(services.GetRequiredService<CallbackReader>());
        Assert.NotNull(services.GetRequiredService<SavedCardCallbackReader>());
        Assert.NotNull(services.GetRequiredService<CallbackAnswer>());
    }

    [Fact]
    public async Task Handlers_may_be_added_to_the_client()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var services = new ServiceCollection();
        services.AddFreedomPayPayouts(options =>
        {
            (options.BaseAddress, options.MerchantId, options.PayoutSecret) = (sandbox.Address, 9970, Gateway.Secret);
        }).AddHttpMessageHandler(() => new Stamping());
        await using var program = services.BuildServiceProvider();

        Assert.IsType<PayoutAccepted>(await program.GetRequiredService<PayoutClient>().PayToCardAsync(Gateway.Payout));
    }

    private static string? Problem(Action<FreedomPayOptions> change)
    {
        var options = Gateway.Options();
        change(options);
        return Record.Exception(() => new CallbackReader(options))?.Message;
    }

    private sealed class Stamping : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Trace", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
