using System.Buffers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FreedomPaySandbox.Verification.Callbacks;

/// <summary>An address of the merchant's test code that is told of orders.</summary>
internal sealed class OrderUrl(HttpMessageInvoker http, Uri url, TimeSpan timeOut, TimeProvider time)
{
    public async Task<string?> TellAsync(VerifyOrder order, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(timeOut, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = Content(order) };
            using var response = await http.SendAsync(request, ending.Token);
            return response.IsSuccessStatusCode
                ? null
                : $"Order {order} could not be told: --order-setup answered {(int)response.StatusCode}. It is POSTed JSON, order and amount, and should answer 200.";
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            stopping.ThrowIfCancellationRequested();
            return $"Order {order} could not be told: --order-setup did not answer. Check that its address is right and that it runs.";
        }
    }

    private static ByteArrayContent Content(VerifyOrder order)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("order", order.Id);
            json.WriteString("amount", order.Amount.ToFixed());
            json.WriteEndObject();
        }

        return new ByteArrayContent(buffer.WrittenSpan.ToArray()) { Headers = { { "Content-Type", $"application/json; charset={Encoding.UTF8.WebName}" } } };
    }
}
