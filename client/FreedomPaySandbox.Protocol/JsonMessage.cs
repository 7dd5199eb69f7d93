using System.Text.Json;

namespace FreedomPaySandbox.Protocol;

/// <summary>A message as one JSON object (T-5). Nested keys count as if they stood on one level; an array is a repeated field.</summary>
public static class JsonMessage
{
    /// <summary>Reads a message. Numbers keep the digits they were sent with; <c>null</c> is an empty text.</summary>
    /// <param name="json">UTF-8 text.</param>
    /// <param name="limits">How much to take, or <see langword="null"/> for the default.</param>
    /// <returns>The fields, or what is wrong.</returns>
    public static MessageReadResult Read(ReadOnlyMemory<byte> json, MessageLimits? limits = null)
    {
        limits ??= MessageLimits.Default;
        if (json.Length > limits.MaxLength)
            return MessageReadResult.Malformed($"The JSON is longer than {limits.MaxLength} bytes.");

        var fields = new FieldCollector(limits);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = limits.MaxDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return MessageReadResult.Malformed("The JSON is not an object.");
            ReadObject(document.RootElement, fields);
        }
        catch (JsonException fault)
        {
            fields.Refuse($"The JSON is malformed at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}, or nests deeper than {limits.MaxDepth} levels.");
        }
        catch (InvalidOperationException)
        {
            // What JsonElement throws for text that is not UTF-8 or half a surrogate pair.
            fields.Refuse("A text of the JSON is not valid Unicode.");
        }

        return fields.Reading;
    }

    private static bool ReadObject(JsonElement json, FieldCollector fields)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (!ReadValue(member.Name, member.Value, fields))
                return false;
        }

        return true;
    }

    private static bool ReadValue(string name, JsonElement value, FieldCollector fields) => value.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(value, fields),
        JsonValueKind.Array => ReadArray(name, value, fields),
        JsonValueKind.String => fields.Add(null, new Parameter(name, value.GetString()!)),
        JsonValueKind.Null => fields.Add(null, new Parameter(name, "")),
        _ => fields.Add(null, new Parameter(name, value.GetRawText())),
    };

    private static bool ReadArray(string name, JsonElement array, FieldCollector fields)
    {
        foreach (var item in array.EnumerateArray())
        {
            if (!ReadValue(name, item, fields))
                return false;
        }

        return true;
    }
}
