using System.Net;
using System.Text.Json;
using FreedomPaySandbox.ContractTests.SampleMerchant;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Testing;
using FreedomPaySandbox.Verification.Callbacks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Verification;

/// <summary>The sample merchant does all right that applies.</summary>
public sealed class SampleMerchantVerifyTests
{
    [Fact]
    public async Task The_sample_merchant_passes()
    {
        await using var sandbox = await Sandbox.StartAsync();

        // Payouts stay in process, so that what ends them is the verifier's callbacks alone.
        await using var account = await sandbox.CreateMerchantAsync(
            new MerchantSettings { SettleAfter = TimeSpan.FromHours(1) },
            new SandboxRule { Then = { Outcome = Outcomes.ProcessThenSuccess } });
        await using var service = new MerchantService(sandbox, account, TimeSpan.FromSeconds(30));
        await using var bench = await BenchAsync(service);
        var address = service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        var verification = await VerifyAsync($"{address}/payouts/callback", bench.Urls.Single(), account);

        Assert.Empty(verification.Results.SelectMany(result => result.Verdict == CheckVerdict.Passed ? [] : result.Seen.Select(seen => $"{result.Check}: {seen}")).Except(["get: only with --get"], StringComparer.Ordinal));
        Assert.Equal(CallbackChecks.All.Count - 1, verification.Count(CheckVerdict.Passed));
    }

    // What a merchant adds to its service for the test: takes orders, and says what became of them.
    private static async Task<WebApplication> BenchAsync(MerchantService service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapPost("/orders", async (HttpRequest request) =>
        {
            using var json = await JsonDocument.ParseAsync(request.Body);
            await service.OrderAsync(json.RootElement.GetProperty("order").GetString()!, json.RootElement.GetProperty("amount").GetString()!);
        });
        app.MapGet("/orders/{id}", async (string id) =>
        {
            try
            {
                var state = (await service.StateAsync(id)).Contains(": Paid", StringComparison.Ordinal) ? "paid" : "unknown";
                return Results.Text($$"""{"state":"{{state}}"}""", "application/json");
            }
            catch (HttpRequestException)
            {
                return Results.NotFound();
            }
        });
        await app.StartAsync();
        return app;
    }

    private static async Task<VerificationResult> VerifyAsync(string callback, string bench, SandboxMerchant account)
    {
        var limit = TimeSpan.FromSeconds(30);
        var merchant = new Merchant(account.Id, new MerchantSecrets(account.PayoutSecret, account.PayoutSecret)) { CallbackTimeout = limit };
        var target = VerificationParts.CreateTarget(callback, merchant) with
        {
            ShowsEffects = true,
            TakesOrders = true,
            TakesXml = true,
            Limit = limit,
        };
        using var http = new HttpMessageInvoker(CallbackConnection.Handler());
        var time = TimeProvider.System;
        var run = new CheckRun(
            VerificationParts.CreateCourier(http, target, time),
            new OrderUrl(http, new Uri($"{bench}/orders"), limit, time).TellAsync,
            new StatusProbe(http, bench + "/orders/{order}", limit, time).AskAsync,
            time);
        var orders = VerificationParts.CreateOrders(target, new Seed(1), time.GetUtcNow());
        return await new EndpointVerifier(run, orders).VerifyAsync(_ => { }, CancellationToken.None);
    }
}
