using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.ContractTests.Callbacks;

public sealed class CallbackQueueTests
{
    [Theory]
    [InlineData("https://shop.test/post", "9970 shop.test:443")]
    [InlineData("http://shop.test/post", "9970 shop.test:80")]
    [InlineData("http://SHOP.test:8080/other?x=1", "9970 shop.test:8080")]
    [InlineData("http://[::1]:5000/post", "9970 [::1]:5000")]
    [InlineData("http://user:password@10.0.0.1/post", "9970 10.0.0.1:80")]
    [InlineData("http://магазин.kz/post", "9970 xn--80aairftm.kz:80")]
    public void A_queue_is_an_account_and_a_host(string link, string queue)
    {
        Assert.Equal(queue, DeliveryQueue.Name(9970, link));
        Assert.Equal(9970, DeliveryQueue.GetEpoch(queue));
    }

    [Fact]
    public async Task A_host_that_hangs_delays_neither_another_host_nor_another_merchant_on_the_same_one()
    {
        const int Pending = 100;
        var other = CallbackSandbox.Merchant with { Id = 9971 };
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slow = await MerchantEndpoint.StartAsync(async context =>
        {
            if (context.Request.Path == "/slow")
                await released.Task.WaitAsync(context.RequestAborted);
        });
        await using var quick = await MerchantEndpoint.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync(CallbackSandbox.Merchant, other);
        for (var number = 1; number <= Pending; number++)
            await sandbox.PayAsync($"SLOW{number}", slow.Link("/slow"));
        for (var number = 1; number <= 16; number++)
            Assert.Equal("/slow", (await slow.NextAsync()).Target);

        await sandbox.PayAsync("OTHER HOST", quick.Link());
        await quick.NextAsync();
        await sandbox.RecordedAsync();
        await sandbox.PayAsync(new PayoutCall("OTHER MERCHANT", slow.Link("/quick")) { Merchant = other });
        Assert.Equal("/quick", (await slow.NextAsync()).Target);
        await sandbox.RecordedAsync();
        Assert.True(slow.IsQuiet);

        released.SetResult();
        for (var number = 1; number <= Pending; number++)
            Assert.Equal("delivered", (await sandbox.RecordedAsync()).Then);
    }
}
