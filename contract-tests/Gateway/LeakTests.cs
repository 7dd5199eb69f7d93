using System.Text;
using System.Text.Json.Nodes;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Logging;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Gateway;

/// <summary>What must never be written anywhere: card numbers, secrets, the card holder's name.</summary>
public sealed class LeakTests
{
    private const string Card = "4405645000006150";
    private const string Holder = "Aigerim Example";
    private const string PayoutSecret = "a payout secret of their own";
    private const string ReceiveSecret = "a receive secret of their own";

    private static readonly Merchant s_merchant = RunningSandbox.Merchant with { Secrets = new MerchantSecrets(PayoutSecret, ReceiveSecret) };

    private static readonly string[] s_forbidden =
        [PayoutSecret, ReceiveSecret, Holder, Card, .. TestCard.All.Select(card => card.Number), .. TestCard.PaymentCards];

    /// <summary>Every place a card number may stand in, and every way a call may end.</summary>
    private static IEnumerable<HttpRequestMessage> Calls
    {
        get
        {
            var call = Call("plain");
            foreach (var card in TestCard.All.Select(card => card.Number).Concat(TestCard.PaymentCards))
                yield return Call($"to {card[..6]}", card).AsForm();
            yield return call.AsQuery();
            yield return Call("text").With("pg_description", $"to {Card}, that is {Card}").AsForm();
            yield return Call("key").With("pg_idempotency_key", "key").AsForm();
            yield return Call("long").With("pg_description", Card + new string('1', 10)).AsForm();
            foreach (var name in new[] { "pg_order_id", "pg_post_link", "pg_user_id", "pg_idempotency_key", "pg_currency", "pg_amount", "x_custom", "pg_merchant_id" })
                yield return Call(name).With(name, name == "pg_post_link" ? $"http://site.kz/{Card}" : Card).AsForm();
            yield return call.With("pg_order_id", $"9{Card}9").AsForm();
            yield return call.With("pg_order_id", $"{Card}{Card}").AsForm();
            yield return call.With("pg_merchant_id", $"9970{Card}").AsForm();
            yield return (call with { Secret = "wrong" }).AsForm();
            yield return call.Plus(new("pg_secret", PayoutSecret)).AsForm();
            yield return call.Post(new StringContent($"pg_payment_to={Card}%00", Encoding.UTF8, "application/x-www-form-urlencoded"));
            yield return call.Post(new StringContent($"{{\"pg_payment_to\":{Card}", Encoding.UTF8, "application/json"));
        }
    }

    [Fact]
    public async Task Neither_does_the_log_in_JSON()
    {
        using var stream = new MemoryStream();
        var lines = new AsyncConsoleWriter(stream, TimeProvider.System);
        await using (var sandbox = await RunningSandbox.StartAsync(s_merchant))
        {
            using var provider = new LineLoggerProvider(lines, new JsonLogFormatter(), sandbox.Services.GetRequiredService<Emulator.Clock.SandboxClock>());
            sandbox.Services.GetRequiredService<ILoggerFactory>().AddProvider(provider);
            foreach (var call in Calls)
                await sandbox.SendAsync(call);
        }

        await lines.DisposeAsync();
        var log = Encoding.UTF8.GetString(stream.ToArray());
        var entries = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal(Calls.Count(), entries.Count(entry => (string?)entry["values"]?["path"] == "/g2g/p2p2nonreg"));
        Assert.Contains(entries, entry => ((string?)entry["values"]?["summary"])?.Contains("1100", StringComparison.Ordinal) == true);
        AssertClean("the log in JSON", log);
    }

    [Fact]
    public async Task Neither_store_nor_log_nor_answer_holds_what_must_not_be_known()
    {
        using var file = new TemporaryStore();
        await using var sandbox = await RunningSandbox.StartAsync(file.With(s_merchant));
        var answers = new List<string>();
        foreach (var call in Calls)
            answers.Add((await sandbox.SendAsync(call)).Text);

        var store = Encoding.UTF8.GetString(file.Bytes());
        Assert.Contains("440564-XX-XXXX-6150", store, StringComparison.Ordinal);
        AssertClean("the store", store);
        AssertClean("the log", string.Join('\n', sandbox.Log.Entries.AssertNotEmpty()));
        AssertClean("the answers", string.Join('\n', answers));
    }

    [Fact]
    public async Task Nor_does_the_log_of_a_store_that_broke()
    {
        await using var sandbox = await RunningSandbox.StartAsync(s_merchant);
        await sandbox.Store.DisposeAsync();
        foreach (var call in Calls)
            await sandbox.SendAsync(call);

        Assert.Contains(sandbox.Log.Entries, entry => entry.StartsWith("Error", StringComparison.Ordinal));
        AssertClean("the log", string.Join('\n', sandbox.Log.Entries));
    }

    [Fact]
    public async Task A_card_number_in_the_description_is_kept_as_its_mask()
    {
        await using var sandbox = await RunningSandbox.StartAsync(s_merchant);
        await sandbox.CallAsync(Call("text").With("pg_description", $"to {Card}, that is {Card}"));

        Assert.Equal("to 440564-XX-XXXX-6150, that is 440564-XX-XXXX-6150", Assert.Single(await sandbox.PayoutsAsync()).Description);
    }

    [Fact]
    public async Task Another_card_number_in_the_description_is_masked_too()
    {
        await using var sandbox = await RunningSandbox.StartAsync(s_merchant);
        await sandbox.CallAsync(Call("text").With("pg_description", "was 4671593866478252"));

        Assert.Equal("was 467159-XX-XXXX-8252", Assert.Single(await sandbox.PayoutsAsync()).Description);
    }

    private static SignedCall Call(string orderId, string card = Card) =>
        SignedCall.Payout(orderId, card: card).With("pg_card_name", Holder) with { Secret = PayoutSecret };

    private static void AssertClean(string place, string text) => Assert.Empty(
        s_forbidden.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(secret => $"{secret[..4]}… is in {place}"));
}
