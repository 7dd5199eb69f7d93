using System.Reflection;
using System.Text.Json.Nodes;
using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Settings;
using Microsoft.OpenApi;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>What the description of the admin API says of the form of things, where their types in the code do not.</summary>
internal static class AdminSchema
{
    /// <summary>Texts that can be only so many words, by the view and its member.</summary>
    private static readonly Dictionary<(string View, string Member), IEnumerable<string>> s_words = new()
    {
        [(nameof(PayoutView), "status")] = DomainWords.PayoutStatuses.Keys,
        [(nameof(CallbackView), "state")] = DomainWords.CallbackStates.Keys,
        [(nameof(CallbackView), "tampering")] = Enum.GetValues<Tampering>().Select(DomainWords.Format).OfType<string>(),
        [(nameof(AttemptView), "fault")] = Enum.GetValues<AttemptFault>().Select(DomainWords.Format).OfType<string>(),
        [(nameof(AttemptView), "answerSignature")] = Enum.GetValues<AnswerSignature>().Select(DomainWords.Format),
    };

    /// <summary>Where a setting's help speaks of the first merchant.</summary>
    private static readonly Dictionary<string, string> s_ofMerchant = new(StringComparer.Ordinal)
    {
        ["id"] = "The merchant's number; left out when it is made, a fresh one from 10001 on. It cannot be changed.",
        ["payoutSecret"] = "The secret of payouts and their callbacks (S-9); left out when it is made, a fresh one, out of the seed if there is one.",
        ["receiveSecret"] = "The secret of the older status calls (S-9); left out when it is made, the payout secret if that was given, or else a fresh one.",
        ["balance"] = "The payout balance in currency units, and what a reset goes back to. Default: 1000000000",
    };

    public static OpenApiSchema OfParameter(string name) => name switch
    {
        "limit" or "min" => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "1000" },
        "merchant" or "payment" or "payout" => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
        "status" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = Listed(DomainWords.PayoutStatuses.Keys) },
        "state" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = Listed(DomainWords.CallbackStates.Keys) },
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    /// <summary>A setting of a merchant, as it is shown and as it can be given.</summary>
    public static OpenApiSchema OfMerchant(Setting<MerchantBuilder> setting)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;
        var shown = typeof(MerchantView).GetProperty(setting.Member, Any)!.PropertyType;
        shown = Nullable.GetUnderlyingType(shown) ?? shown;
        var schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = s_ofMerchant.GetValueOrDefault(setting.Member, setting.Help) };
        if (shown == typeof(long))
            (schema.Type, schema.Format) = (JsonSchemaType.Integer, "int64");
        else if (shown == typeof(decimal))
            schema.Type = JsonSchemaType.Number;
        else if (shown == typeof(bool))
            schema.Type = JsonSchemaType.Boolean;
        else if (shown.IsEnum)
            schema.Enum = Listed(Enum.GetNames(shown));
        else if (shown != typeof(string))
            (schema.Type, schema.Items) = (JsonSchemaType.String | JsonSchemaType.Array, new OpenApiSchema { Type = JsonSchemaType.String });
        return schema;
    }

    /// <summary>Says of a view what its type does not: which words there are, and that what has no value is left out and never null.</summary>
    public static void Mend(string name, OpenApiSchema schema)
    {
        if (schema.Enum is { Count: > 0 })
            schema.Type = JsonSchemaType.String;
        foreach (var (member, either) in schema.Properties?.ToList() ?? [])
        {
            if (either is not OpenApiSchema property)
                continue;
            if (s_words.TryGetValue((name, member), out var words))
                property.Enum = Listed(words);
            if (property.Type?.HasFlag(JsonSchemaType.Null) == true)
            {
                property.Type &= ~JsonSchemaType.Null;
                schema.Required?.Remove(member);
            }

            if (property.OneOf?.OfType<OpenApiSchemaReference>().SingleOrDefault() is { } reference)
            {
                reference.Description = property.Description;
                schema.Properties![member] = reference;
                schema.Required?.Remove(member);
            }
        }
    }

    private static List<JsonNode> Listed(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];
}
