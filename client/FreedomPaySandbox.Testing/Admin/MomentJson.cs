using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>Moments in whole milliseconds, which is how the sandbox counts.</summary>
internal sealed class MomentJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds()));
}
