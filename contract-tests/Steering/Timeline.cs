using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>
/// Three hours of a merchant to which everything happens that rules can make happen: what its client saw of each call, byte for
/// byte, then each callback attempt at its moment.
/// </summary>
internal sealed class Timeline(SteeredMerchant merchant, MerchantEndpoint inbox)
{
    private const string Retried = "retried";
    private const string Silent = "silent";

    private readonly StringBuilder _text = new();

    /// <summary>The names of everything that can go wrong, out of the code: what is new there is here too.</summary>
    public static IReadOnlyList<(string OrderId, JsonObject Then)> Effects { get; } =
    [
        .. GatewayFaultTable.Names.Select(name => ($"fault-{name}", new JsonObject { ["fault"] = Fault(name) })),
        .. CallbackPlanKind.All.Select(kind => ($"callback-{kind.Name}", new JsonObject { ["callback"] = Plan(kind) })),
        .. Outcome.Forms.Select(form => form.Replace("N", "10001", StringComparison.Ordinal)).Select(outcome => (
            $"outcome-{outcome.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-')}", new JsonObject { ["outcome"] = outcome })),
    ];

    public static string FaultOrder(string name) => $"fault-{name}";

    /// <summary>An inbox that answers 500 four times where the path says so.</summary>
    public static Task<MerchantEndpoint> InboxAsync()
    {
        var failures = 0;
        return MerchantEndpoint.StartAsync(callback => callback.Target.EndsWith(Retried, StringComparison.Ordinal) && ++failures % 5 != 0
            ? EndpointAnswers.Status(500)
            : EndpointAnswers.Ok);
    }

    /// <summary>Lives through all of it.</summary>
    /// <returns>What happened, as text.</returns>
    public Task<string> RecordAsync() => RecordAsync([.. Effects.Select(effect => effect.OrderId), Retried]);

    /// <summary>Lives through what happens to those orders.</summary>
    public async Task<string> RecordAsync(params IEnumerable<string> orders)
    {
        inbox.Forget();
        var rules = Effects.Select(effect => new JsonObject
        {
            ["name"] = effect.OrderId,
            ["when"] = new JsonObject { ["orderId"] = effect.OrderId },
            ["then"] = effect.Then.DeepClone(),
        });
        await merchant.PutRulesAsync(new JsonArray([.. rules]).ToJsonString());

        foreach (var orderId in orders)
        {
            Write($"===== {orderId}", await SeenAsync(orderId));
            await merchant.CatchUpAsync();
        }

        Write("===== three hours", (await merchant.AdvanceAsync("3h")).ToJsonString());
        await WriteCallbacksAsync();
        await WriteJournalAsync();
        return _text.ToString();
    }

    private static JsonNode Fault(string name) => name == SlowAnswer.FaultName ? new JsonObject { ["name"] = name, ["delay"] = "20ms" } : name;

    private static JsonNode Plan(CallbackPlanKind kind) => kind.NeedsDelay ? new JsonObject { ["name"] = kind.Name, ["delay"] = "10m" } : kind.Name;

    private async Task<string> SeenAsync(string orderId)
    {
        using var givingUp = new CancellationTokenSource();
        var call = merchant.Payout(orderId, inbox.Link(orderId == Retried ? $"/{Retried}" : "/post"));
        var paying = merchant.PayAsync(call, givingUp.Token);
        if (orderId == FaultOrder(Silent))
        {
            // Once the call is on record there is nothing left to come.
            Assert.Single(await merchant.RequestsAsync($"order={orderId}&wait=30s"));
            await givingUp.CancelAsync();
        }

        try
        {
            return Shown(await paying.WaitAsync(Patience.Limit));
        }
        catch (OperationCanceledException) when (givingUp.IsCancellationRequested)
        {
            return "no answer";
        }
        catch (HttpRequestException fault) when (fault.GetBaseException() is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return "reset by peer";
        }
    }

    private static string Shown(Reply reply) => $"{reply.Status} {reply.ContentType}\n{Encoding.UTF8.GetString(reply.Body)}";

    // Several may be sent at once: the store knows at which moment each was, the inbox what came.
    private async Task WriteCallbacksAsync()
    {
        var attempts = new List<(DateTimeOffset At, string Id, JsonNode Attempt)>();
        foreach (var id in (await merchant.CallbacksAsync()).Select(callback => (string)callback["id"]!))
            attempts.AddRange((await merchant.HistoryAsync(id)).Select(attempt => ((DateTimeOffset)attempt!["at"]!, id, attempt)));
        var received = inbox.All;
        Assert.Equal(
            received.Select(callback => callback.Body).Order(StringComparer.Ordinal),
            attempts.Select(attempt => (string)attempt.Attempt["sent"]!).Order(StringComparer.Ordinal));

        foreach (var (at, id, attempt) in attempts.OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal).ThenBy(one => (int)one.Attempt["number"]!))
        {
            var callback = received.First(callback => callback.Body == (string)attempt["sent"]!);
            Write(
                string.Create(CultureInfo.InvariantCulture, $"===== {at:HH:mm:ss} callback {id}, attempt {attempt["number"]}, answered {attempt["status"]}"),
                $"{callback.Method} {callback.Target} {callback.ContentType}\n{callback.Body.Replace("&", "&\n", StringComparison.Ordinal)}");
        }
    }

    private async Task WriteJournalAsync()
    {
        var requests = await merchant.RequestsAsync();
        Write("===== journal", string.Join('\n', requests.Select(request =>
            $"{request["id"]} {request["at"]} {request["orderId"]} {request["paymentId"]?.ToString() ?? "-"} {request["fault"]?.ToString() ?? "-"}: {request["outcome"]}")));
    }

    private void Write(string heading, string text) => _text.Append(heading).Append('\n').Append(text.TrimEnd('\n')).Append("\n\n");
}
