using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>
/// The payouts that a merchant makes through a sandbox when it is told of orders: callbacks then tell of those. While the run lasts, the
/// sandbox keeps them in process and calls nobody back.
/// </summary>
internal sealed class SandboxPayouts(HttpMessageInvoker http, Uri sandbox, string? token, long merchant, TimeSpan timeOut, TimeProvider time)
{
    private const string WaitForPayout = "10s";

    private JsonNode? _rulesBefore;

    /// <summary>Has the sandbox hold the payouts of the run.</summary>
    /// <returns>Why that did not work, in a sentence.</returns>
    public async Task<string?> HoldAsync(CancellationToken stopping)
    {
        var (rules, hindrance) = await CallAsync(HttpMethod.Get, "rules", body: null, stopping);
        if (rules is null)
            return hindrance;
        _rulesBefore = rules;
        var held = rules.DeepClone();
        held["rules"]!.AsArray().Insert(0, new JsonObject
        {
            ["name"] = "held for verify",
            ["when"] = new JsonObject { ["orderId"] = "verify-*" },
            ["then"] = new JsonObject { ["outcome"] = "process, then success", ["settleAfter"] = "366d" },
        });
        return (await CallAsync(HttpMethod.Put, "rules", held, stopping)).Hindrance;
    }

    /// <summary>Gives the merchant its rules back.</summary>
    public Task ReleaseAsync() => _rulesBefore is null ? Task.CompletedTask : CallAsync(HttpMethod.Put, "rules", _rulesBefore, CancellationToken.None);

    /// <summary>The payment id of the payout that was made for an order.</summary>
    public async Task<(long? PaymentId, string? Hindrance)> FindAsync(VerifyOrder order, CancellationToken stopping)
    {
        var (found, hindrance) = await CallAsync(HttpMethod.Get, $"payouts?order={order.Id}&wait={WaitForPayout}", body: null, stopping);
        if (found is null)
            return (null, hindrance);
        return found["payouts"] is JsonArray { Count: > 0 } payouts
            ? (payouts[0]!["id"]!.GetValue<long>(), null)
            : (null, $"Order {order} was told, and no payout of it came to the sandbox in {WaitForPayout}. With --sandbox, --order-setup should pay it out there.");
    }

    private async Task<(JsonNode? Answer, string? Hindrance)> CallAsync(HttpMethod method, string path, JsonNode? body, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(timeOut, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(sandbox, $"/__admin/merchants/{merchant}/{path}"));
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (body is not null)
                request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request, ending.Token);
            var text = await response.Content.ReadAsStringAsync(ending.Token);
            return response.IsSuccessStatusCode
                ? (JsonNode.Parse(text), null)
                : (null, $"The sandbox answered {(int)response.StatusCode}. Check --sandbox, --merchant and --admin-token.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or OperationCanceledException or JsonException)
        {
            stopping.ThrowIfCancellationRequested();
            return (null, "The sandbox did not answer. Check the address of --sandbox and that it runs.");
        }
    }
}
