using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FreedomPaySandbox.Testing;

/// <summary>Calls the admin API of one sandbox, and says in words what went wrong.</summary>
internal sealed class AdminCalls : IDisposable
{
    private readonly HttpClient _client;

    public AdminCalls(Uri address, string? token = null)
    {
        Address = address;

        // A sandbox is a neighbour: no proxy leads to it, and its calls are no part of anybody's trace.
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null })
        {
            BaseAddress = new Uri(address, "/__admin/"),
            Timeout = Timeout.InfiniteTimeSpan, // two hours of retries take as long as the merchant takes to answer them
        };
        if (token is not null)
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Uri Address { get; }

    public async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? body, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var response = await SendAsync(method, path, body, cancellation);
        return await ReadAsync(response, type, cancellation);
    }

    /// <returns>The answer, which is one of success.</returns>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        HttpResponseMessage response;
        try
        {
            response = await _client.SendAsync(request, cancellation);
        }
        catch (HttpRequestException fault)
        {
            throw SandboxException.Unreachable(Address, fault);
        }

        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await RefusalAsync(response, cancellation);
    }

    public void Dispose() => _client.Dispose();

    private async Task<SandboxException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return SandboxException.NoSandbox(Address, $"HTTP {(int)response.StatusCode}");
        return SandboxException.Refused(await ReadAsync(response, AdminJson.Default.AdminProblem, cancellation));
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            return await JsonSerializer.DeserializeAsync(body, type, cancellation) ?? throw new JsonException("null");
        }
        catch (JsonException fault)
        {
            throw SandboxException.NoSandbox(Address, "what cannot be understood", fault);
        }
    }
}
