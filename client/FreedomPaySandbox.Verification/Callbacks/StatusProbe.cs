using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>An address of the merchant's test code that says what became of an order.</summary>
internal sealed class StatusProbe(HttpMessageInvoker http, string url, TimeSpan timeOut, TimeProvider time)
{
    /// <summary>What stands in the address where the order's id belongs.</summary>
    public const string Place = "{order}";

    private const int MaxBytes = 16 * 1024;
    private const string Form = "should answer 200 with JSON such as {\"state\":\"paid\",\"times\":1}, the state paid, failed or unknown";

    public async Task<(ReportedOrder? Order, string? Hindrance)> AskAsync(VerifyOrder order, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(timeOut, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            var address = new Uri(url.Replace(Place, Uri.EscapeDataString(order.Id), StringComparison.Ordinal));
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await http.SendAsync(request, ending.Token);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return (ReportedOrder.Nothing, null);
            await response.Content.LoadIntoBufferAsync(MaxBytes, ending.Token);
            var said = response.IsSuccessStatusCode ? Read(await response.Content.ReadAsByteArrayAsync(ending.Token)) : null;
            return said is null ? (null, $"What became of {order} is not known: --status-probe answered {(int)response.StatusCode} and not as agreed; it {Form}.") : (said, null);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            stopping.ThrowIfCancellationRequested();
            return (null, $"What became of {order} is not known: --status-probe did not answer. It {Form}.");
        }
    }

    /// <summary>Reads an answer. Pure.</summary>
    /// <returns>Nothing when it is not as agreed.</returns>
    public static ReportedOrder? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is not { ValueKind: JsonValueKind.Object } said || !said.TryGetProperty("state", out var word) || word.ValueKind != JsonValueKind.String)
                return null;
            PaidState? state = word.GetString() switch
            {
                "paid" => PaidState.Paid,
                "failed" => PaidState.Failed,
                "unknown" => PaidState.Unknown,
                _ => null,
            };
            if (state is null)
                return null;
            if (!said.TryGetProperty("times", out var times))
                return new ReportedOrder(state.Value, state == PaidState.Paid ? 1 : 0);
            return times.ValueKind == JsonValueKind.Number && times.TryGetInt32(out var count) && count >= 0 ? new ReportedOrder(state.Value, count) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
