using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Reads a merchant's rules as the admin API shows them: for a table, and for a text to edit.</summary>
internal static partial class RuleListReader
{
    private static readonly JsonWriterOptions s_readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RulesView Read(MerchantState state)
    {
        var rules = GetList(state);
        return new RulesView { Merchant = state.Merchant.Id, Rows = [.. rules.Select(GetRow)], Text = GetText(rules) };
    }

    /// <summary>
    /// The same beside a text that was refused. Card numbers in it are masked, which is how rules may name them, too; but no order ids,
    /// which would then be saved so.
    /// </summary>
    public static RulesView Read(MerchantState state, string typed, IReadOnlyList<string> problems) =>
        Read(state) with { Text = Redaction.Cards(typed, card: null, GetOrderIds(typed)), Problems = problems };

    private static string GetOrderIds(string typed) => string.Join(
        '\n', OrderIds().Matches(typed).Select(match => match.Groups["text"].Value).Where(text => !OrderId.HoldsCard(text, card: null)));

    private static List<JsonObject> GetList(MerchantState state) =>
        [.. JsonNode.Parse(RulesWriter.Write(state.Rules, state.Merchant))!["rules"]!.AsArray().Select(rule => rule!.AsObject())];

    private static RuleRow GetRow(JsonObject rule)
    {
        var isBuiltIn = IsBuiltIn(rule);
        var name = rule["name"]!.GetValue<string>();
        return new RuleRow(
            name,
            Line(WithoutCard(rule)["when"]),
            Line(rule["then"]),
            rule["hits"]!.GetValue<long>(),
            rule["calls"]!.GetValue<long>(),
            isBuiltIn);
    }

    private static string GetText(IEnumerable<JsonObject> rules)
    {
        var own = new JsonArray();
        foreach (var rule in rules.Where(rule => !IsBuiltIn(rule)))
        {
            var bare = new JsonObject();
            foreach (var (name, value) in WithoutCard(rule).Where(member => RulesReader.Known.Contains(member.Key, StringComparer.Ordinal)))
                bare.Add(name, value?.DeepClone());
            own.Add((JsonNode)bare);
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_readable))
            new JsonObject { ["rules"] = own }.WriteTo(json);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)).ReplaceLineEndings("\n");
    }

    // The number of a test card is compared whole, and shown as a mask. All else of a rule is nobody's card: its name was masked when it
    // was read.
    private static JsonObject WithoutCard(JsonObject rule)
    {
        if (rule["when"]?["card"] is not JsonValue card || !card.TryGetValue<string>(out var number))
            return rule;
        var masked = rule.DeepClone().AsObject();
        masked["when"]!["card"] = Redaction.Cards(number);
        return masked;
    }

    [GeneratedRegex("\"orderId\"\\s*:\\s*\"(?<text>[^\"\\n]*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OrderIds();

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
