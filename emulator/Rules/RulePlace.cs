using System.Globalization;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>A value in a file of rules: where it stands, what it is, and whom to tell what is wrong with it.</summary>
internal readonly record struct RulePlace(JsonElement Json, string Path, RuleProblems Problems)
{
    private static readonly TimeSpan s_anyLength = TimeSpan.MaxValue;

    public bool IsObject => Json.ValueKind == JsonValueKind.Object;

    public bool IsText => Json.ValueKind == JsonValueKind.String;

    public void Refuse(string problem) => Problems.Add($"{Path}: {problem}");

    /// <summary>The members of an object by name; those that are not known, or there twice, are problems.</summary>
    /// <param name="known">The names that people write.</param>
    /// <param name="passedOver">Names that may be there as well, and mean nothing.</param>
    public IReadOnlyDictionary<string, RulePlace> Members(IReadOnlyCollection<string> known, IReadOnlyCollection<string>? passedOver = null)
    {
        var members = new Dictionary<string, RulePlace>(StringComparer.Ordinal);
        if (!IsObject)
        {
            Refuse($"expected an object with {string.Join(", ", known)}.");
            return members;
        }

        foreach (var member in Json.EnumerateObject())
        {
            if (passedOver?.Contains(member.Name, StringComparer.Ordinal) == true)
                continue;
            var path = $"{Path}.{RuleProblems.Shown(member.Name) ?? "…"}";
            if (!known.Contains(member.Name, StringComparer.Ordinal))
                Problems.Add($"{path}: not known here.{RuleProblems.Hint(member.Name, known)}");
            else if (!members.TryAdd(member.Name, new RulePlace(member.Value, path, Problems)))
                Problems.Add($"{path}: is there twice. Keep one.");
        }

        return members;
    }

    /// <summary>The text, which may not be longer or empty.</summary>
    public string? Text(string expected, int maxLength = int.MaxValue)
    {
        if (IsText && Json.GetString() is { Length: > 0 } text && text.Length <= maxLength)
            return text;
        Refuse($"expected {expected}.");
        return null;
    }

    /// <summary>One of some names.</summary>
    /// <param name="kind">What they are, such as <c>a fault</c>.</param>
    /// <param name="known">The names.</param>
    public string? Choice(string kind, IReadOnlyCollection<string> known)
    {
        if (!IsText)
        {
            Refuse($"expected {kind}: {string.Join(", ", known)}.");
            return null;
        }

        var text = Json.GetString()!;
        if (known.Contains(text, StringComparer.Ordinal))
            return text;
        Refuse($"{RuleProblems.Quoted(text, "this")} is not {kind}.{RuleProblems.Hint(text, known)}");
        return null;
    }

    public TimeSpan? Duration(TimeSpan? longest = null)
    {
        if (IsText && SettingText.Duration(Json.GetString()!) is { } duration && duration <= (longest ?? s_anyLength))
            return duration;
        Refuse($"expected a duration such as 500ms, 5s, 30m or 2h{(longest is { } limit ? $", at most {DurationText.Format(limit)}" : "")}.");
        return null;
    }

    public long? Whole(long from, long to)
    {
        if (Json.ValueKind == JsonValueKind.Number && Json.TryGetInt64(out var number) && number >= from && number <= to)
            return number;
        Refuse(string.Create(CultureInfo.InvariantCulture, $"expected a whole number from {from} to {to}."));
        return null;
    }
}

/// <summary>A fault or callback plan as it stands in a file: a name alone, or an object with the name and parameters.</summary>
internal readonly record struct NamedChoice(string Name, RulePlace Place, IReadOnlyDictionary<string, RulePlace> Members)
{
    private const string NameMember = "name";

    /// <param name="place">Where it stands.</param>
    /// <param name="kind">What it is, such as <c>a fault</c>.</param>
    /// <param name="names">All there are of that kind.</param>
    /// <param name="parameters">The parameters that any of them takes.</param>
    public static NamedChoice? Read(RulePlace place, string kind, IReadOnlyList<string> names, IReadOnlyList<string> parameters)
    {
        if (!place.IsObject)
            return place.Choice(kind, names) is { } alone ? new NamedChoice(alone, place, new Dictionary<string, RulePlace>(StringComparer.Ordinal)) : null;

        var members = place.Members([NameMember, .. parameters]);
        if (members.TryGetValue(NameMember, out var at))
            return at.Choice(kind, names) is { } name ? new NamedChoice(name, place, members) : null;
        place.Refuse($"has no name. Known: {string.Join(", ", names)}.");
        return null;
    }

    /// <summary>Refuses the parameters that this one does not take.</summary>
    public void RefuseOthers(IReadOnlyList<string> takes)
    {
        foreach (var (parameter, place) in Members)
        {
            if (parameter != NameMember && !takes.Contains(parameter, StringComparer.Ordinal))
                place.Refuse($"{Name} takes {(takes.Count == 0 ? "no parameters" : $"only {string.Join(", ", takes)}")}. Leave this out.");
        }
    }

    public TimeSpan? Delay(bool isNeeded, TimeSpan? longest = null)
    {
        if (Members.TryGetValue(CallbackPlanKind.Delay, out var delay))
            return delay.Duration(longest);
        if (isNeeded)
            Place.Refuse($$"""{{Name}} needs a delay, such as { "name": "{{Name}}", "delay": "3s" }.""");
        return null;
    }
}
