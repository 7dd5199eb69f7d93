using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>Calls the admin API with nothing but HTTP and JSON.</summary>
internal sealed class AdminClient(HttpClient client)
{
    public async Task<JsonNode> GetAsync(string path) => Good(await SendAsync(HttpMethod.Get, path))!;

    public async Task<JsonNode> PutAsync(string path, string json) => Good(await SendAsync(HttpMethod.Put, path, json))!;

    public async Task<JsonNode> PostAsync(string path, object? body = null) => Good(await SendAsync(HttpMethod.Post, path, Json(body)))!;

    /// <summary>The things of a list, as <c>payouts?order=ORD1</c> gives them.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path)
    {
        var answer = await GetAsync(path);
        var list = answer.AsObject().Select(member => member.Value).OfType<JsonArray>().First();
        return [.. list.Select(thing => thing!)];
    }

    /// <summary>Makes a call of which a test wants to know how it is refused.</summary>
    public async Task<(int Status, string Body)> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, new Uri("/__admin/" + path, UriKind.Relative));
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static string? Json(object? body) => body is null ? null : JsonSerializer.Serialize(body);

    private static JsonNode? Good((int Status, string Body) answer)
    {
        Assert.True(answer.Status is >= 200 and < 300, $"{answer.Status}: {answer.Body}");
        return answer.Body.Length == 0 ? null : JsonNode.Parse(answer.Body);
    }
}
