using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>How a corpus is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Recording))]
internal sealed partial class RecordingJson : JsonSerializerContext;
