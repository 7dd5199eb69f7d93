using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.Protocol;

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

/// <summary>What reading rules came to: the rules, or everything that is wrong with them.</summary>
internal readonly record struct RulesReading
{
    private RulesReading(RuleSet? rules, IReadOnlyList<string> problems) => (Rules, Problems) = (rules, problems);

    public RuleSet? Rules { get; }

    /// <summary>One sentence each, with the place; none of them holds a card number.</summary>
    public IReadOnlyList<string> Problems { get; }

    [MemberNotNullWhen(true, nameof(Rules))]
    public bool IsRead => Rules is not null;

    public static RulesReading From(RuleSet rules) => new(rules, []);

    public static RulesReading Refused(params IReadOnlyList<string> problems) => new(null, problems);
}

/// <summary>Everything that is wrong with a file of rules, so that one reading shows it all; within reason.</summary>
internal sealed class RuleProblems
{
    private const int MostShown = 100;
    private const int MostQuoted = 60;
    private const int MostDigits = 6;
    private const int LongestCode = 3;

    private readonly List<string> _problems = [];
    private int _more;

    public bool AreNone => _problems.Count == 0;

    public IReadOnlyList<string> All => _more == 0 ? _problems : [.. _problems, $"… and {_more} more problems. Mend these first."];

    public void Add(string problem)
    {
        if (_problems.Count < MostShown)
            _problems.Add(problem);
        else
            _more++;
    }

    /// <summary>What somebody wrote, in quotes; or <paramref name="kind"/> where it may hold a card number.</summary>
    public static string Quoted(string text, string kind) => Shown(text) is { } shown ? $"'{shown}'" : kind;

    /// <summary>What somebody wrote, short and on one line; nothing where it may hold a card number, be it in groups.</summary>
    public static string? Shown(string text)
    {
        if (text.Count(char.IsDigit) > MostDigits)
            return null;
        var line = string.Concat(text.Select((character, at) => TerminalText.IsEscaped(text, at) ? ' ' : character));
        return line.Length <= MostQuoted ? line : string.Concat(line.AsSpan(0, MostQuoted - 1), "…");
    }

    /// <summary>What to do about a name that nobody knows.</summary>
    public static string Hint(string mistyped, IReadOnlyCollection<string> known) => $"{Guess(mistyped, known)} Known: {string.Join(", ", known)}.";

    /// <summary>What somebody may have meant, if that can be guessed.</summary>
    public static string Guess(string mistyped, IReadOnlyCollection<string> known)
    {
        // A long text is no slip of the fingers, and to compare it would take long; of codes such as currencies all are near.
        var meant = known.FirstOrDefault(name => string.Equals(name, mistyped, StringComparison.OrdinalIgnoreCase))
            ?? (mistyped.Length <= MostQuoted && known.Any(name => name.Length > LongestCode) ? NearestName.Find(mistyped, known) : null);
        return meant is null ? "" : $" Did you mean {meant}?";
    }
}

/// <summary>Reads what stands under <c>then</c>.</summary>
internal static class EffectReader
{
    public static IReadOnlyList<string> Known { get; } = ["outcome", "settleAfter", "fault", "callback"];

    public static RuleEffect Read(RulePlace then)
    {
        var members = then.Members(Known);
        if (then.IsObject && members.Count == 0)
            then.Refuse($"does nothing. Give at least one of {string.Join(", ", Known)}.");
        return new RuleEffect(
            GetOutcome(members),
            members.TryGetValue("fault", out var fault) ? FaultReader.Read(fault) : null,
            members.TryGetValue("callback", out var callback) ? CallbackPlanReader.Read(callback) : null);
    }

    private static Outcome? GetOutcome(IReadOnlyDictionary<string, RulePlace> members)
    {
        var outcome = members.TryGetValue("outcome", out var place) ? OutcomeReader.Read(place) : null;
        if (!members.TryGetValue("settleAfter", out var settleAfter))
            return outcome;

        var duration = settleAfter.Duration();
        if (!members.ContainsKey("outcome") || outcome is { InProcess: false })
            settleAfter.Refuse("only a payout in process settles later. Give an outcome that starts with 'process, then', or leave this out.");
        return outcome is { } known ? known with { SettleAfter = duration } : null;
    }
}

/// <summary>Reads how a rule lets an answer go wrong.</summary>
internal static class FaultReader
{
    private const string Delay = CallbackPlanKind.Delay;

    public static GatewayFault? Read(RulePlace place)
    {
        if (NamedChoice.Read(place, "a fault", GatewayFaultTable.Names, [Delay]) is not { } choice)
            return null;

        var isSlow = choice.Name == SlowAnswer.FaultName;
        choice.RefuseOthers(isSlow ? [Delay] : []);
        if (!isSlow)
            return GatewayFaultTable.Find(choice.Name);
        return choice.Delay(isNeeded: true, SlowAnswer.Longest) is { } delay ? new SlowAnswer(delay) : null;
    }
}

/// <summary>Reads what a rule says a payout comes to.</summary>
internal static class OutcomeReader
{
    public static Outcome? Read(RulePlace place)
    {
        if (!place.IsText)
        {
            place.Refuse($"expected an outcome: {Forms()}.");
            return null;
        }

        var text = place.Json.GetString()!;
        if (Outcome.TryParse(text, out var outcome))
            return outcome;
        place.Refuse(Outcome.NamesError(text, out _)
            ? $"the vendor's table has no such error. Known: {string.Join(", ", GatewayError.All.Select(error => error.Code))}."
            : $"{RuleProblems.Quoted(text, "this")} is not an outcome.{RuleProblems.Guess(text, Outcome.Forms)} Known: {Forms()}.");
        return null;
    }

    // They have commas in them.
    private static string Forms() => string.Join(" · ", Outcome.Forms);
}

/// <summary>Reads how a rule lets callbacks go wrong.</summary>
internal static class CallbackPlanReader
{
    private static readonly string[] s_names = [.. CallbackPlanKind.All.Select(kind => kind.Name)];

    private static readonly string[] s_parameters =
        [CallbackPlanKind.Delay, CallbackPlanKind.Times, CallbackPlanKind.Interval, CallbackPlanKind.Hold];

    public static CallbackPlan? Read(RulePlace place)
    {
        if (NamedChoice.Read(place, "a callback plan", s_names, s_parameters) is not { } choice)
            return null;

        var kind = CallbackPlanKind.Find(choice.Name)!;
        var plan = new CallbackPlan(kind);
        choice.RefuseOthers(kind.Takes);
        return plan with
        {
            Delay = choice.Delay(kind.NeedsDelay) ?? plan.Delay,
            Times = Taken(CallbackPlanKind.Times)?.Whole(CallbackPlan.FewestTimes, CallbackPlan.MostTimes) is { } times ? (int)times : plan.Times,
            Interval = Taken(CallbackPlanKind.Interval)?.Duration() ?? plan.Interval,
            Hold = Taken(CallbackPlanKind.Hold)?.Duration() ?? plan.Hold,
        };

        // What the plan does not take was refused already.
        RulePlace? Taken(string parameter) =>
            kind.Takes.Contains(parameter, StringComparer.Ordinal) && choice.Members.TryGetValue(parameter, out var at) ? at : null;
    }
}
