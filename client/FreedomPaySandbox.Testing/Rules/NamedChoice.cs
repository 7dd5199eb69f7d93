using System.Text.Json;

namespace FreedomPaySandbox.Testing;

/// <summary>What rules choose by name: a text, or an object with the name and parameters.</summary>
internal readonly struct NamedChoice(JsonElement json)
{
    public string Name => (json.ValueKind == JsonValueKind.Object ? json.GetProperty("name") : json).GetString() ?? "";

    public TimeSpan? Duration(string parameter) => Parameter(parameter) is { } text ? DurationJson.Parse(text.GetString()) : null;

    public int? Count(string parameter) => Parameter(parameter)?.GetInt32();

    private JsonElement? Parameter(string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;
}
