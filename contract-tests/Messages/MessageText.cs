using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Messages;

/// <summary>A message as one readable line, so that two can be compared and a difference can be seen.</summary>
internal static class MessageText
{
    public static string Write(IEnumerable<Parameter> fields) => string.Join(", ", fields.Select(field =>
        field.Children is { } children ? $"{Quote(field.Name)}: {{ {Write(children)} }}" : $"{Quote(field.Name)}: {Quote(field.Value)}"));

    /// <summary>The fields that were read, or the problem.</summary>
    public static string Write(MessageReadResult reading) =>
        reading.IsWellFormed ? Write(reading.Parameters) : $"Problem: {reading.Problem}";

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
