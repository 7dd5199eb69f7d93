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
            options.ReceiveSecret = "sandbox-receive-secret";
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

    public static void MapSavedCards(WebApplication app, Cards cards)
    {
        app.MapSavedCardCallback("/cards/callback", (callback, cancellation) => cards.StoreAsync(callback.UserId, callback.CardToken, cancellation));
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
            Amount = Amount.FromUnits(1000),
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

    public static Task<PayoutResult> PayToAccountAsync(PayoutClient payouts, CancellationToken cancellation)
    {
        var payout = new IbanPayout
        {
            OrderId = "salary-2026-01-18",
            Amount = Amount.FromUnits(1000),
            Iban = "KZ123412341234123412",
            RecipientIin = "123456789012",
            RecipientName = "Ivan Ivanov",
            RecipientKbe = "19",
            PurposeCode = "119",
            BankBik = "KZZSAE",
            PostLink = "https://merchant.example/payouts/callback",
        };
        return payouts.PayToIbanAsync(payout, cancellation);
    }

    public static Task<PayoutResult> PayToSavedCardAsync(PayoutClient payouts, string token, DateTimeOffset now, CancellationToken cancellation)
    {
        var payout = new TokenPayout
        {
            OrderId = "salary-2026-01-19",
            Amount = Amount.FromUnits(1000),
            Description = "Salary",
            TimeLimit = now.AddHours(1),
            UserId = "user-1",
            PostLink = "https://merchant.example/payouts/callback",
            CardToken = token,
        };
        return payouts.PayToTokenAsync(payout, cancellation);
    }

    public static async Task<string> SendToPageAsync(PayoutClient payouts, DateTimeOffset now, CancellationToken cancellation)
    {
        var payout = new HostedPayout
        {
            OrderId = "prize-2026-01-20",
            Amount = Amount.FromUnits(1000),
            Description = "Prize",
            TimeLimit = now.AddHours(1),
            BackLink = "https://merchant.example/thanks",
            PostLink = "https://merchant.example/payouts/callback",
        };
        return await payouts.OpenPageAsync(payout, cancellation) switch
        {
            PageOpened page => $"send the recipient's browser to {page.RedirectUrl}",
            PageRefused refused => $"no page, {refused.Code}: {refused.Text}",
            _ => "unknown: ask ResolveAsync before anything else",
        };
    }

    public static Task<PageResult> SaveCardAsync(PayoutClient payouts, CancellationToken cancellation)
    {
        var saving = new CardSaving
        {
            UserId = "user-1",
            PostLink = "https://merchant.example/cards/callback",
            BackLink = "https://merchant.example/thanks",
        };
        return payouts.SaveCardAsync(saving, cancellation);
    }

    public static async Task<string> TellBalanceAsync(PayoutClient payouts, CancellationToken cancellation) => await payouts.BalanceAsync("KZT", cancellation) switch
    {
        PayoutBalanceKnown known => $"{known.Amount} {known.Currency}",
        _ => "unknown: ask again",
    };

    public static async Task<string> TellStatusAsync(PayoutClient payouts, string orderId, CancellationToken cancellation) =>
        await payouts.GetOrderStatusAsync(orderId, cancellation) switch
        {
            PayoutStatusSuccess made => $"paid, {made.PaymentId}",
            PayoutStatusProcess { WaitsForRecipient: true } => "the recipient has not typed a card yet",
            PayoutStatusProcess => "on its way",
            PayoutStatusError failed => $"failed, {failed.FailureCode}: {failed.FailureText}",
            PayoutNotFound => "there is no such payout",
            _ => "unknown: ask again",
        };

    public static string DescribeSavedCard(SavedCardCallbackReader reader, Uri url, string contentType, byte[] body) => reader.Read(url, contentType, body) switch
    {
        SavedCardCallback saved => $"{saved.CardMask} of {saved.UserId} is {saved.CardToken} from now on",
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

    /// <summary>What a merchant keeps saved cards in.</summary>
    internal sealed class Cards
    {
        public Dictionary<string, string> Tokens { get; } = new(StringComparer.Ordinal);

        public Task StoreAsync(string userId, string token, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            Tokens[userId] = token;
            return Task.CompletedTask;
        }
    }
}
