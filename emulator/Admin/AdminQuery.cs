using System.Reflection;
using FreedomPaySandbox.Emulator.Rules;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>
/// Holds the query of a call to the parameters that the path takes, each at most once: a filter that is mistyped and passed over would
/// find too much, and whoever counts with it would not notice.
/// </summary>
internal static class AdminQuery
{
    private const int MostTold = 10;

    public static void KnowsItsQuery(this RouteGroupBuilder group) => group.AddEndpointFilterFactory((context, next) =>
    {
        var texts = TextsOf(context.MethodInfo);
        return call => Problem(call.HttpContext.Request, texts) is { } problem ? ValueTask.FromResult<object?>(problem) : next(call);
    });

    /// <summary>What a handler takes as text: from the path what stands in its pattern, the rest from the query.</summary>
    public static IReadOnlyList<string> TextsOf(MethodInfo handler) =>
        [.. handler.GetParameters().Where(parameter => parameter.ParameterType == typeof(string)).Select(parameter => parameter.Name!)];

    private static AdminProblem? Problem(HttpRequest request, IReadOnlyList<string> texts)
    {
        var query = request.Query;
        if (query.Count == 0)
            return null;
        var known = texts.Where(text => !request.RouteValues.ContainsKey(text)).ToList();
        var problems = query.Select(parameter => Problem(parameter.Key, parameter.Value.Count, known, request.RouteValues)).OfType<string>().Take(MostTold).ToList();
        return problems.Count == 0 ? null : AdminProblem.BadRequest($"The query cannot be understood. {AdminGate.ReadTheList}", problems);
    }

    private static string? Problem(string name, int count, List<string> known, RouteValueDictionary path)
    {
        if (known.Find(one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase)) is { } same)
            return count == 1 ? null : $"{same}: is there more than once. Give it once.";
        if (path.ContainsKey(name))
            return $"{name.ToLowerInvariant()}: stands in the path already. Leave it out of the query.";
        var shown = RuleProblems.Shown(name);
        return known.Count == 0
            ? $"{shown ?? "A parameter"} is not known here: this path takes no parameters."
            : shown is null ? $"A parameter is not known here. Known: {string.Join(", ", known)}." : $"{shown} is not known here.{RuleProblems.Hint(name, known)}";
    }
}
