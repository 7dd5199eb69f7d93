using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.Emulator.Dashboard.Views;

/// <summary>Reads a merchant's rules as the admin API shows them: for a table, and for a text to edit.</summary>
internal static class RuleListReader
{
    private static readonly JsonWriterOptions s_readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RulesView Read(Account account)
    {
        var rules = ListOf(account);
        return new RulesView { Merchant = account.Merchant.Id, Rows = [.. rules.Select(RowOf)], Text = TextOf(rules) };
    }

    /// <summary>The same beside a text that was refused. Card numbers in it are masked, which is how rules may name them, too.</summary>
    public static RulesView Read(Account account, string typed, IReadOnlyList<string> problems) =>
        Read(account) with { Text = Redaction.Cards(typed), Problems = problems };

    private static List<JsonObject> ListOf(Account account) =>
        [.. JsonNode.Parse(RulesWriter.Write(account.Rules, account.Merchant))!["rules"]!.AsArray().Select(rule => rule!.AsObject())];

    private static RuleRow RowOf(JsonObject rule)
    {
        var isBuiltIn = IsBuiltIn(rule);
        var name = rule["name"]!.GetValue<string>();
        return new RuleRow(
            name,
            Redaction.Cards(Line(rule["when"])),
            Line(rule["then"]),
            rule["hits"]!.GetValue<long>(),
            rule["calls"]!.GetValue<long>(),
            isBuiltIn);
    }

    private static string TextOf(IEnumerable<JsonObject> rules)
    {
        var own = new JsonArray();
        foreach (var rule in rules.Where(rule => !IsBuiltIn(rule)))
        {
            var bare = new JsonObject();
            foreach (var (name, value) in rule.Where(member => RulesReader.Known.Contains(member.Key, StringComparer.Ordinal)))
                bare.Add(name, value?.DeepClone());
            own.Add((JsonNode)bare);
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_readable))
            new JsonObject { ["rules"] = own }.WriteTo(json);
        return Redaction.Cards(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)).ReplaceLineEndings("\n"));
    }

    private static bool IsBuiltIn(JsonObject rule) => rule["builtIn"]?.GetValue<bool>() == true;

    private static string Line(JsonNode? node)
    {
        if (node is not JsonObject members)
            return "";
        return string.Join(", ", members.Select(member => $"{member.Key}: {Value(member.Value)}"));
    }

    private static string Value(JsonNode? value) => value switch
    {
        JsonObject inner => $"{{ {Line(inner)} }}",
        JsonValue text when text.TryGetValue<string>(out var plain) => plain,
        null => "null",
        _ => value.ToJsonString(),
    };
}
