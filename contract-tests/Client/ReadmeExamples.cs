using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>The examples of the packages' pages, so that they are compiled.</summary>
internal static class ReadmeExamples
{
    public static void Add(IServiceCollection services)
    {
        services.AddFreedomPayPayouts(options =>
        {
            options.BaseAddress = new Uri("http://localhost:8585");
            options.MerchantId = 9970;
            options.PayoutSecret = "sandbox-payout-secret";
        });
    }

    public static void Map(WebApplication app, Orders orders)
    {
        app.MapPayoutCallback("/payouts/callback", async (callback, isRepeat, cancellation) =>
        {
            if (!isRepeat)
                await orders.StoreAsync(callback, cancellation);
        });
    }

    public static Parameters Sign()
    {
        var fields = new Parameters { { Fields.OrderId, "1234" }, { Fields.Amount, "100" }, { Fields.Salt, "any text" } };
        fields.Add(Fields.Signature, Signature.Compute("p2p2nonreg", fields, "sandbox-payout-secret"));
        return fields;
    }

    public static async Task<string> PayAsync(PayoutClient payouts, CancellationToken cancellation)
    {
        var payout = new CardPayout
        {
            OrderId = "salary-2026-01-17",
            Amount = Amount.OfUnits(1000),
            Card = "4671593866478252",
            Description = "Salary",
            PostLink = "https://merchant.example/payouts/callback",
        };
        var result = await payouts.PayToCardAsync(payout, cancellation);
        if (result is PayoutOutcomeUnknown)
            result = await payouts.ResolveAsync(payout.OrderId, cancellation);
        return result switch
        {
            PayoutAccepted made => $"paid, {made.PaymentId}",
            PayoutInProcess open => $"on its way, {open.PaymentId}: the callback tells how it ends",
            PayoutRefused refused => $"not paid, {refused.Code}: {refused.Text}",
            PayoutNotMade => "not paid: pay again, under the same order id",
            _ => "still unknown: ask again later, do not pay again",
        };
    }

    public static string Describe(CallbackReader reader, Uri url, string contentType, byte[] body) => reader.Read(url, contentType, body) switch
    {
        Callback { Status: CallbackStatus.Ok } paid => $"order {paid.OrderId} was paid: {paid.Amount}",
        Callback failed => $"order {failed.OrderId} has failed: {failed.ErrorCode}",
        CallbackProblem problem => $"not believed: {problem.Text}",
        _ => throw new InvalidOperationException("A reading that there is not."),
    };

    /// <summary>What a merchant keeps its payouts in.</summary>
    internal sealed class Orders
    {
        public List<Callback> Stored { get; } = [];

        public Task StoreAsync(Callback callback, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            Stored.Add(callback);
            return Task.CompletedTask;
        }
    }
}
