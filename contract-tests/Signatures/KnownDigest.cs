using System.Text.Json;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Signatures;

/// <summary>
/// A message whose signature is known from elsewhere: published by the vendor, by an SDK, or computed by another program.
/// </summary>
public sealed record KnownDigest(string Id, string Script, Parameters Fields, string Secret, string Text, string Md5)
{
    public static IReadOnlyList<KnownDigest> All { get; } = Load();

    public override string ToString() => Id;

    private static List<KnownDigest> Load()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Signatures", "vectors.json"));
        using var json = JsonDocument.Parse(file);
        return [.. json.RootElement.GetProperty("vectors").EnumerateArray().Select(vector => new KnownDigest(
            Text(vector, "id"),
            Text(vector, "script"),
            ReadFields(vector.GetProperty("params")),
            Text(vector, "secret"),
            Text(vector, "string_to_hash"),
            Text(vector, "md5")))];

        static string Text(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;
    }

    private static Parameters ReadFields(JsonElement list) => new(list.EnumerateArray().Select(pair =>
        pair[1].ValueKind == JsonValueKind.Array
            ? new Parameter(pair[0].GetString()!, ReadFields(pair[1]))
            : new Parameter(pair[0].GetString()!, pair[1].GetString()!)));
}
