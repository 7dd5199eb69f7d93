using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>Writes a plan as an object with the parameters that are given.</summary>
internal sealed class CallbackPlanJson : JsonConverter<CallbackPlan>
{
    public override CallbackPlan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        var choice = new NamedChoice(json.RootElement);
        return new CallbackPlan(choice.Name)
        {
            Delay = choice.Duration("delay"),
            Times = choice.Count("times"),
            Interval = choice.Duration("interval"),
            Hold = choice.Duration("hold"),
        };
    }

    public override void Write(Utf8JsonWriter writer, CallbackPlan value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("name", value.Name);
        WriteDuration(writer, "delay", value.Delay);
        if (value.Times is { } times)
            writer.WriteNumber("times", times);
        WriteDuration(writer, "interval", value.Interval);
        WriteDuration(writer, "hold", value.Hold);
        writer.WriteEndObject();
    }

    private static void WriteDuration(Utf8JsonWriter writer, string name, TimeSpan? duration)
    {
        if (duration is { } given)
            writer.WriteString(name, DurationJson.Text(given));
    }
}
