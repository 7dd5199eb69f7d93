using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;

namespace FreedomPaySandbox.ContractTests.Attacks;

// A payout names the sandbox itself as its post link: the sandbox's own callback then empties it, or pays from it.
public sealed class OwnCallbackTests
{
    private const string All = "http://0.0.0.0:0";

    private static readonly string[] s_paths =
    [
        "/dashboard/reset", "/dashboard/clock", "/dashboard/settle", "/dashboard/resend", "/dashboard/rules", "/dashboard/rules/default", "/dashboard/login",
        "/__admin/reset", "/__admin/merchants/9970/reset", "/__admin/merchants", "/__admin/clock/reset", "/__ADMIN/reset", "//__admin//reset",
        "/g2g/p2p2nonreg", "/g2g/balance_status", "/api/balance_status", "/get_status2.php", "/v1/merchant/9970/cardstoragepayout/add",
        "/pages/9970-1", "/livez", "/readyz", "/status/healthcheck", "/", "/nothing", "",
    ];

    // A payout whose post link is the sandbox's own reset button.
    [Theory]
    [InlineData("127.0.0.1", null)]
    [InlineData("localhost", null)]
    [InlineData("LOCALHOST", null)]
    [InlineData("shop.localhost", null)]
    [InlineData("[::ffff:127.0.0.1]", null)]
    [InlineData("2130706433", null)]
    [InlineData("127.1", null)]
    [InlineData("127.0.0.1", All)]
    [InlineData("127.0.0.2", All)]
    [InlineData("127.255.255.254", All)]
    [InlineData("localhost", All)]
    [InlineData("[::1]", "http://[::]:0")]
    [InlineData("127.0.0.1", "http://[::]:0")]
    public async Task Callback_to_the_sandbox_itself_is_not_sent(string host, string? url)
    {
        await using var sandbox = await CallbackSandbox.StartAsync(new() { Merchants = [CallbackSandbox.Merchant] }, url: url ?? "http://127.0.0.1:0");
        await AssertNotSentAsync(sandbox, $"http://{host}:{sandbox.Address.Port}/dashboard/reset");
    }

    // The same for each path that the sandbox has, and for those that it has not.
    [Fact]
    public async Task Callback_to_any_path_of_the_sandbox_is_not_sent()
    {
        await using var sandbox = await CallbackSandbox.StartAsync();
        foreach (var path in s_paths)
            await AssertNotSentAsync(sandbox, $"{sandbox.Address.GetLeftPart(UriPartial.Authority)}{path}", path);
    }

    // A reverse proxy, a published port of a container or a forward proxy leads back to the sandbox, whose addresses do not tell.
    [Fact]
    public async Task Callback_that_comes_back_through_a_proxy_is_refused_on_every_path()
    {
        await using var sandbox = await CallbackSandbox.StartAsync();
        await using var relay = await Relay.ToAsync(sandbox.Address);
        foreach (var path in s_paths)
            await AssertRefusedAsync(sandbox, relay.Address + path, path);
    }

    // Two sandboxes are each other's post link.
    [Fact]
    public async Task Callback_of_another_sandbox_is_refused_on_every_path()
    {
        await using var sandbox = await CallbackSandbox.StartAsync();
        await using var other = await CallbackSandbox.StartAsync();
        var kept = await other.PayAsync("kept", "http://127.0.0.1:9/post");
        foreach (var path in s_paths)
            await AssertRefusedAsync(sandbox, other.Address.GetLeftPart(UriPartial.Authority) + path, path);
        Assert.Equal(kept, Assert.Single(await other.PayoutsAsync()).PaymentId);
    }

    private static async Task AssertNotSentAsync(CallbackSandbox sandbox, string link, string order = "1")
    {
        await sandbox.PayAsync(order + "/x", link);
        var attempt = await FirstAttemptAsync(sandbox, order + "/x");
        Assert.True(attempt.Fault.ToString() == "TargetIsSandbox", $"{link}: {attempt.Status} {attempt.Fault} {attempt.FaultText}");
        var advice = DeliveryDoctor.Examine(attempt, link, new SandboxLocation(InContainer: false))!;
        Assert.Equal("target-is-sandbox", advice.Id);
        Assert.Contains("this sandbox itself", advice.Reason, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(CallbackSandbox sandbox, string link, string order)
    {
        await sandbox.PayAsync(order + "/x", link);
        var attempt = await FirstAttemptAsync(sandbox, order + "/x");
        Assert.True(attempt.Status == 508, $"{link}: {attempt.Status} {attempt.Fault} {attempt.Answer}");
        Assert.Contains("callback of a sandbox", attempt.Answer, StringComparison.Ordinal);
        Assert.Equal("target-is-sandbox", DeliveryDoctor.Examine(attempt, link, new SandboxLocation(InContainer: false))!.Id);
    }

    private static async Task<Attempt> FirstAttemptAsync(CallbackSandbox sandbox, string order)
    {
        var attempt = await sandbox.AttemptAsync();
        Assert.Contains(await sandbox.PayoutsAsync(), payout => payout.OrderId == order);
        return attempt;
    }
}
