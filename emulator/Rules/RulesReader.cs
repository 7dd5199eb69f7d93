using System.Text;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>Reads a merchant's rules from JSON, as people and <see cref="RulesWriter"/> write them.</summary>
internal sealed class RulesReader
{
    /// <summary>Room for a thousand rules, and not for a memory full.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const string Whole = "rules";

    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly RuleProblems _problems = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly ConditionReader _conditions;

    private RulesReader(IReadOnlyCollection<string> operations) => _conditions = new ConditionReader(operations);

    public static IReadOnlyList<string> Known { get; } = ["name", "when", "then"];

    /// <summary>What the writer adds and the reader passes over.</summary>
    public static IReadOnlyList<string> PassedOver { get; } = ["hits", "calls", "builtIn"];

    /// <param name="json">UTF-8 text.</param>
    /// <param name="operations">The scripts that a rule may be about.</param>
    public static RulesReading Read(ReadOnlyMemory<byte> json, IReadOnlyCollection<string> operations)
    {
        if (json.Length > MaxBytes)
            return RulesReading.Refused($"{Whole}: longer than {MaxBytes} bytes. Take fewer rules.");
        if (json.Span.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            using var document = JsonDocument.Parse(json, s_options);
            return new RulesReader(operations).Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            return RulesReading.Refused(
                $"{Whole}: malformed JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}. Mend what stands there or before.");
        }
        catch (InvalidOperationException)
        {
            // What JsonElement throws for text that is not UTF-8 or half a surrogate pair.
            return RulesReading.Refused($"{Whole}: a text is not valid Unicode. Save it as UTF-8.");
        }
    }

    private RulesReading Read(JsonElement root)
    {
        if (GetList(root) is not { } list)
            return RulesReading.Refused(_problems.All);

        var rules = new List<Rule>();
        foreach (var (i, json) in list.EnumerateArray().Index())
        {
            if (IsBuiltIn(json))
                continue;
            if (rules.Count == RuleSet.MaxRules)
            {
                _problems.Add($"{Whole}: more than {RuleSet.MaxRules}. A merchant has at most so many; let patterns do the work of several.");
                break;
            }

            rules.Add(ReadRule(new RulePlace(json, $"{Whole}[{i}]", _problems), i));
        }

        return _problems.AreNone ? RulesReading.From(new RuleSet(rules)) : RulesReading.Refused(_problems.All);
    }

    private JsonElement? GetList(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return root;
        if (root.ValueKind != JsonValueKind.Object)
        {
            _problems.Add($$"""{{Whole}}: expected { "rules": [ … ] } or the list alone.""");
            return null;
        }

        JsonElement? list = null;
        foreach (var member in root.EnumerateObject())
        {
            if (!member.NameEquals(Whole))
                _problems.Add($"{RuleProblems.Shown(member.Name) ?? "…"}: not known here. Known: {Whole}.");
            else if (list is not null)
                _problems.Add($"{Whole}: is there twice. Keep one.");
            else
                list = member.Value;
        }

        if (list is { ValueKind: JsonValueKind.Array })
            return list;
        _problems.Add($"{Whole}: {(list is null ? "is missing." : "expected a list.")} Give {{ \"rules\": [ … ] }}, be the list empty.");
        return null;
    }

    private static bool IsBuiltIn(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("builtIn", out var builtIn) && builtIn.ValueKind == JsonValueKind.True;

    private Rule ReadRule(RulePlace rule, int position)
    {
        var members = rule.Members(Known, PassedOver);
        if (rule.IsObject && !members.ContainsKey("then"))
            rule.Refuse("has no then. Say what shall happen: then with one of " + string.Join(", ", EffectReader.Known) + ".");
        return new Rule(
            GetName(members.TryGetValue("name", out var name) ? name : null, rule, position),
            members.TryGetValue("when", out var when) ? _conditions.Read(when) : new RuleCondition(),
            members.TryGetValue("then", out var then) ? EffectReader.Read(then) : new RuleEffect());
    }

    // Shown wherever rules are, so a card number in it is masked.
    private string GetName(RulePlace? place, RulePlace rule, int position)
    {
        var name = place?.Text($"a text of 1 to {Rule.MaxName} characters", Rule.MaxName) is { } text
            ? Redaction.Cards(text)
            : $"rule {position + 1}";
        if (!_names.TryAdd(name, rule.Path))
            (place ?? rule).Refuse($"{RuleProblems.Quoted(name, "this")} is the name of {_names[name]}, too. Give each its own.");
        return name;
    }
}
