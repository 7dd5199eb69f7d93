using System.Text.Json;

namespace FreedomPaySandbox.ContractTests.Admin;

/// <summary>What the admin API answered, read without the product's own types.</summary>
internal sealed record AdminAnswer(int Status, string? ContentType, string Text, HttpResponseMessage Response)
{
    /// <summary>The body, or undefined where there is none.</summary>
    public JsonElement Json { get; } = Text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(Text);

    public JsonElement this[string member] => Json.GetProperty(member);

    public string Detail => Said("detail");

    /// <summary>Each thing that was wrong.</summary>
    public string[] Errors => [.. this["errors"].EnumerateArray().Select(error => error.GetString()!)];

    public bool Has(string member) => Json.TryGetProperty(member, out _);

    public string Said(string member) => this[member].GetString()!;

    public long Number(string member) => this[member].GetInt64();

    /// <summary>The things of a list.</summary>
    public JsonElement[] List(string member) => [.. this[member].EnumerateArray()];

    /// <summary>One member of each thing of a list, as text.</summary>
    public string[] Each(string list, string member) => [.. List(list).Select(one => one.GetProperty(member).ToString())];

    /// <summary>As it was asked for.</summary>
    public AdminAnswer Is(int status)
    {
        Assert.True(Status == status, $"HTTP {Status}: {Text}");
        return this;
    }
}
