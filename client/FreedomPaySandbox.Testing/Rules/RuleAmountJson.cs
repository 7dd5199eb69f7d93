using System.Text.Json;
using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>Writes an amount of a rule as a number, a range as an object.</summary>
internal sealed class RuleAmountJson : JsonConverter<RuleAmount>
{
    public override RuleAmount? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return RuleAmount.Exactly(reader.GetDecimal());
        using var range = JsonDocument.ParseValue(ref reader);
        return RuleAmount.Create(End(range.RootElement, "from"), End(range.RootElement, "to"));
    }

    public override void Write(Utf8JsonWriter writer, RuleAmount value, JsonSerializerOptions options)
    {
        if (value.From is { } amount && value.From == value.To)
        {
            writer.WriteNumberValue(amount);
            return;
        }

        writer.WriteStartObject();
        if (value.From is { } from)
            writer.WriteNumber("from", from);
        if (value.To is { } to)
            writer.WriteNumber("to", to);
        writer.WriteEndObject();
    }

    private static decimal? End(JsonElement range, string name) => range.TryGetProperty(name, out var end) ? end.GetDecimal() : null;
}
