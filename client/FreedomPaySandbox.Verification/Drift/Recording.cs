using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Verification.Drift;

/// <summary>What a gateway answered once, so that it can be compared again without it. Nothing in it is secret.</summary>
internal sealed record Recording(string Recorded, string Gateway, IReadOnlyList<Exchange> Exchanges)
{
    public static async Task<Recording?> ReadAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync(file, RecordingJson.Default.Recording);
    }

    public async Task WriteAsync(string path)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, this, RecordingJson.Default.Recording);
    }
}

/// <summary>How a corpus is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Recording))]
internal sealed partial class RecordingJson : JsonSerializerContext;
