namespace FreedomPaySandbox.Emulator.Rules;

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
