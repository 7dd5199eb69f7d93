using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Fuzzing;
using FreedomPaySandbox.ContractTests.Journal;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Telemetry;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Attacks;

/// <summary>
/// Card numbers and secrets typed wherever something can be typed, and looked for in every byte that is kept or shown. All 100 000
/// disguises with
/// <c>FUZZ_CASES=100000</c>, a part of them with every run.
/// </summary>
// Merchants paste card numbers into descriptions, names, links and their endpoint's error texts.
[Collection(ProcessTraces.Name)]
public sealed class CardGrepTests(ITestOutputHelper output)
{
    private const int PerRun = 8_000;
    private const int PerCall = 8;
    private const string Secret = "a-payout-secret-of-ours", Receive = "a-receive-secret-of-ours";

    [Fact]
    public async Task No_card_number_is_kept_or_shown_whatever_its_disguise()
    {
        var run = FuzzRun.Create(PerRun);
        using var store = new TemporaryStore();
        var seen = new Gathered();
        using var traces = new Spans();
        await using var endpoint = await MerchantEndpoint.StartAsync(context => context.Response.WriteAsync(seen.NextAnswer()));
        await using (var sandbox = await RunningSandbox.StartAsync(store.With(RunningSandbox.Merchant)))
        {
            foreach (var part in run.Numbers.Chunk(PerCall).Chunk(400))
            {
                await Parallel.ForEachAsync(part, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (numbers, _) => await CallAsync(sandbox, endpoint, seen, numbers.Select(number => Disguise.Draw(run.Dice(number)).Text).ToArray(), numbers[0]));
                (await sandbox.PostAsync("/merchants/9970/clock/advance", """{"by":"2h"}""")).Is(200);
                await LookAsync(sandbox, seen);
            }

            foreach (var entry in sandbox.Log.Entries)
                seen.Look("log", entry);
            seen.Look("store", Encoding.UTF8.GetString(store.Bytes()));
            seen.Look("traces", traces.Text);
        }

        output.WriteLine($"{run}: {run.Cases} disguises in {seen.Calls} calls; looked at {seen.Looked / 1024 / 1024} MiB of store, log, traces, journal and pages; {seen.Accepted} payouts accepted, {seen.Answers} answers of the endpoint");
        Assert.InRange(seen.Accepted, seen.Calls / 4, seen.Calls);
        Assert.InRange(seen.Answers, 1, int.MaxValue);
    }

    [Fact]
    public async Task No_secret_is_kept_or_shown_wherever_it_was_typed()
    {
        using var store = new TemporaryStore();
        using var traces = new Spans();
        await using var endpoint = await MerchantEndpoint.StartAsync(context => context.Response.WriteAsync($"refused: {Secret} is not {Receive}"));
        var kept = new StringBuilder();
        await using (var sandbox = await RunningSandbox.StartAsync(store.With(RunningSandbox.Merchant with { Secrets = new MerchantSecrets(Secret, Receive) })))
        {
            foreach (var secret in new[] { Secret, Receive })
            {
                foreach (var name in SignedCall.Payout().Fields.Select(field => field.Name).Append("pg_custom").Append("pg_idempotency_key").Append(secret).Append($"x[{secret}]"))
                    await sandbox.CallAsync(SignedCall.Payout($"{name.Length}-{kept.Length}-{secret.Length}").With("pg_post_link", endpoint.Link()).With(name, name == "pg_post_link" ? $"{endpoint.Link()}?key={secret}" : $"x{secret}y") with { Secret = Secret });
                await sandbox.CallAsync(FamilyCall.Page($"page-{secret.Length}").With("pg_back_link", $"http://site.kz/?s={secret}") with { Secret = Secret });
                await sandbox.CallAsync(FamilyCall.SaveCard($"http://site.kz/?s={secret}") with { Secret = Receive });
                await sandbox.CallAsync(SignedCall.Payout() with { Path = $"/nothing/{secret}", Secret = Secret });
                await sandbox.CallAsync(SignedCall.Payout().With("pg_sig", secret));
            }

            (await sandbox.PostAsync("/merchants/9970/clock/advance", """{"by":"2h"}""")).Is(200);
            foreach (var path in new[] { "/__admin/requests?limit=1000", "/__admin/payouts", "/__admin/callbacks", "/__admin/findings", "/__admin/merchants", "/__admin/merchants/9970", "/__admin/health", "/", "/requests", "/findings", "/merchants" })
                kept.Append(await sandbox.Client.GetStringAsync(new Uri(path, UriKind.Relative)));
            kept.AppendJoin('\n', sandbox.Log.Entries).Append(traces.Text);
        }

        kept.Append(Encoding.UTF8.GetString(store.Bytes()));
        var text = WebUtility.HtmlDecode(kept.ToString());
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Receive, text, StringComparison.Ordinal);
        Assert.Contains("••••••", text, StringComparison.Ordinal);
    }

    private static async Task CallAsync(RunningSandbox sandbox, MerchantEndpoint endpoint, Gathered seen, string[] texts, long number)
    {
        var order = string.Create(CultureInfo.InvariantCulture, $"order-{number}");
        var call = (number / PerCall % 4) switch
        {
            0 => SignedCall.Payout(order).With("pg_description", texts[0]).With("pg_custom", texts[1]).With("pg_card_name", texts[2]).With("pg_post_link", endpoint.Link()).With($"x{texts[3]}", texts[4]).With("nested", texts[5]),
            1 => SignedCall.Payout(order).With("pg_description", texts[0]).With("pg_post_link", endpoint.Link($"/post?to={Uri.EscapeDataString(texts[1])}")).With("pg_custom", texts[2]),
            2 => FamilyCall.Page(order, postLink: endpoint.Link()).With("pg_description", texts[0]).With("pg_custom", texts[1]).With("pg_user_email", texts[2]),
            _ => SignedCall.Payout(order).With("pg_description", $"{texts[0]}, {texts[1]}").With("pg_post_link", endpoint.Link()).With("pg_user_id", number % 3 == 0 ? Disguise.GetDigits(texts[2]) : "1").With("pg_idempotency_key", number % 5 == 0 ? texts[3] : order),
        };
        seen.Offer(texts[6]);
        var reply = await sandbox.CallAsync(call);
        seen.Called(reply["pg_status"] == "ok");
        if (number % 7 == 0)
            await sandbox.CallAsync(call.With("pg_order_id", texts[7]));
        if (number % 11 == 0)
            await sandbox.CallAsync(call with { Path = "/nothing/" + Uri.EscapeDataString(texts[7]) });
        if (number % 13 == 0)
            await sandbox.CallAsync(call.With("pg_sig", texts[7]));
    }

    private static async Task LookAsync(RunningSandbox sandbox, Gathered seen)
    {
        foreach (var path in new[] { "/__admin/requests?limit=1000", "/__admin/payouts?limit=1000", "/__admin/callbacks?limit=1000", "/__admin/findings", "/", "/requests", "/findings" })
            seen.Look(path, WebUtility.HtmlDecode(await sandbox.Client.GetStringAsync(new Uri(path, UriKind.Relative))));
        foreach (var id in (await sandbox.GetAsync("/requests?limit=5")).List("requests").Select(request => request.GetProperty("id").GetString()))
            seen.Look("request", WebUtility.HtmlDecode(await sandbox.Client.GetStringAsync(new Uri($"/requests/{id}", UriKind.Relative))));
        foreach (var id in (await sandbox.GetAsync("/callbacks?limit=20")).List("callbacks").Select(callback => callback.GetProperty("id").GetString()))
            seen.Look("callback", (await sandbox.GetAsync($"/callbacks/{id}")).Text);
    }

    /// <summary>What was looked at, and what the endpoint is to answer next.</summary>
    private sealed class Gathered
    {
        private readonly string[] _cards = [.. TestCard.All.Select(card => card.Number), .. TestCard.PaymentCards];
        private string _answer = "";
        private int _accepted, _answers, _calls;

        public int Accepted => _accepted;

        public int Answers => _answers;

        public int Calls => _calls;

        public long Looked { get; private set; }

        public void Offer(string answer) => Volatile.Write(ref _answer, answer);

        public string NextAnswer()
        {
            Interlocked.Increment(ref _answers);
            return Volatile.Read(ref _answer);
        }

        public void Called(bool isAccepted)
        {
            Interlocked.Increment(ref _calls);
            if (isAccepted)
                Interlocked.Increment(ref _accepted);
        }

        public void Look(string place, string text)
        {
            Looked += text.Length;

            // JSON writes what is not ASCII as it is here; what it escapes stands between digits at most.
            var digits = Disguise.GetDigits(text.Replace("\\u", "\\x", StringComparison.Ordinal));
            foreach (var card in _cards)
            {
                if (digits.IndexOf(card, StringComparison.Ordinal) is >= 0 and var at)
                    Assert.Fail($"{place} holds {card}: …{digits.AsSpan(Math.Max(0, at - 10), 20 + card.Length)}…\n{Around(text, card)}");
            }
        }

        // The first place where the digits stand with little between them.
        private static string Around(string text, string card)
        {
            for (var at = 0; at < text.Length; at++)
            {
                var piece = text.AsSpan(at, Math.Min(200, text.Length - at)).ToString();
                if (Disguise.GetDigits(piece).StartsWith(card, StringComparison.Ordinal))
                    return text.Substring(Math.Max(0, at - 200), Math.Min(500, text.Length - Math.Max(0, at - 200)));
            }

            return "";
        }
    }

    /// <summary>All that traces say.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly StringBuilder _text = new();
        private readonly ActivityListener _listener;

        public Spans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name is not "System.Net.Http",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = span =>
                {
                    lock (_text)
                        _text.Append(span.DisplayName).AppendJoin('\n', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")).AppendJoin('\n', span.Events.Select(happening => happening.Name)).Append('\n');
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public string Text
        {
            get
            {
                lock (_text)
                    return _text.ToString();
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
