using System.Globalization;
using System.Text.Json.Nodes;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>A merchant that a test has to itself: makes payouts, and steers what becomes of them, over HTTP.</summary>
internal sealed class SteeredMerchant(HttpClient client, long id, string secret)
{
    private readonly AdminClient _admin = new(client);

    public long Id => id;

    /// <summary>The merchant that a sandbox starts with.</summary>
    public static SteeredMerchant Default(HttpClient client) => new(client, 9970, SignedCall.PayoutSecret);

    /// <summary>Has the sandbox make one.</summary>
    public static async Task<SteeredMerchant> MakeAsync(HttpClient client, object order)
    {
        var made = await new AdminClient(client).PostAsync("merchants", order);
        return new SteeredMerchant(client, (long)made["id"]!, (string)made["payoutSecret"]!);
    }

    /// <summary>A payout as it is sent.</summary>
    public SignedCall Payout(string orderId, string postLink, string amount = "100", string card = "4405645000006150") =>
        SignedCall.Payout(orderId, amount, card, id).With("pg_post_link", postLink) with { Secret = secret };

    public Task<Reply> PayAsync(string orderId, string postLink, string amount = "100", CancellationToken cancellation = default) =>
        PayAsync(Payout(orderId, postLink, amount), cancellation);

    public async Task<Reply> PayAsync(SignedCall call, CancellationToken cancellation = default)
    {
        using var request = call.AsForm();
        using var response = await client.SendAsync(request, cancellation);
        return new Reply(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsByteArrayAsync(cancellation));
    }

    /// <summary>Whether a callback's signature is right.</summary>
    public bool IsSigned(Callbacks.ReceivedCallback callback) => string.Equals(
        Signatures.IndependentDigest.Compute(callback.Target[(callback.Target.LastIndexOf('/') + 1)..], callback.Fields, secret),
        callback.Fields["pg_sig"],
        StringComparison.Ordinal);

    public Task PutRulesAsync(string rules) => _admin.PutAsync(Place("rules"), rules);

    /// <summary>Advances the merchant's clock, and returns when all that is due by then was attempted.</summary>
    public Task<JsonNode> AdvanceAsync(string by) => _admin.PostAsync(Place("clock/advance"), new { by });

    /// <summary>Has all that is due now attempted.</summary>
    public Task<JsonNode> CatchUpAsync() => AdvanceAsync("0s");

    /// <summary>Lets a frozen clock go on from where it stands.</summary>
    public Task LetClockGoOnAsync() => _admin.PutAsync(Place("clock"), """{ "frozen": false }""");

    public Task ResetAsync() => _admin.PostAsync(Place("reset"));

    public async Task<decimal> BalanceAsync() => (decimal)(await _admin.GetAsync($"merchants/{id}"))["balance"]!;

    public async Task<DateTimeOffset> NowAsync() => (DateTimeOffset)(await _admin.GetAsync(Place("clock")))["now"]!;

    public Task<IReadOnlyList<JsonNode>> PayoutsAsync(string query = "limit=1000") => _admin.ListAsync(Place($"payouts?{query}"));

    public Task<IReadOnlyList<JsonNode>> CallbacksAsync(string query = "limit=1000") => _admin.ListAsync(Place($"callbacks?{query}"));

    public Task<IReadOnlyList<JsonNode>> RequestsAsync(string query = "limit=1000") => _admin.ListAsync(Place($"requests?{query}"));

    /// <summary>The attempts of a callback, the first of them first.</summary>
    public async Task<JsonArray> HistoryAsync(string callback) => (await _admin.GetAsync(Place($"callbacks/{callback}")))["history"]!.AsArray();

    public Task<JsonNode> ResendAsync(string callback) => _admin.PostAsync(Place($"callbacks/{callback}/resend"));

    public Task<JsonNode> SettleAsync(long payment, object? outcome = null) => _admin.PostAsync(Place($"payouts/{payment}/settle"), outcome);

    /// <summary>Where the admin API keeps something of this merchant's.</summary>
    public string Place(string of) => string.Create(CultureInfo.InvariantCulture, $"merchants/{id}/{of}");

    public override string ToString() => $"merchant {id}";
}
