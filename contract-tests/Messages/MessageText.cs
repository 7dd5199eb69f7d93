using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Messages;

/// <summary>A message as one readable line, so that two can be compared and a difference can be seen.</summary>
internal static class MessageText
{
    public static string Create(IEnumerable<Parameter> fields) => string.Join(", ", fields.Select(field =>
        field.Children is { } children ? $"{Quote(field.Name)}: {{ {Create(children)} }}" : $"{Quote(field.Name)}: {Quote(field.Value)}"));

    /// <summary>The fields that were read, or the problem.</summary>
    public static string Create(MessageReadResult reading) =>
        reading.IsWellFormed ? Create(reading.Parameters) : $"Problem: {reading.Problem}";

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
