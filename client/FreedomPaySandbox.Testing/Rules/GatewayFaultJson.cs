using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>Writes a fault as its name, one with a delay as an object.</summary>
internal sealed class GatewayFaultJson : JsonConverter<GatewayFault>
{
    public override GatewayFault? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        var choice = new NamedChoice(json.RootElement);
        return new GatewayFault(choice.Name, choice.Duration("delay"));
    }

    public override void Write(Utf8JsonWriter writer, GatewayFault value, JsonSerializerOptions options)
    {
        if (value.Delay is not { } delay)
        {
            writer.WriteStringValue(value.Name);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("name", value.Name);
        writer.WriteString("delay", DurationJson.Text(delay));
        writer.WriteEndObject();
    }
}
