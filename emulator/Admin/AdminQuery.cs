using System.Reflection;
using FreedomPaySandbox.Emulator.Rules;
using Microsoft.Extensions.Primitives;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>
/// Holds a call to what its path reads: the parameters that it takes, each at most once, and a body only where one is read. A filter that is
/// mistyped and passed over would find too much, and whoever counts with it would not notice; a wish that is passed over would do too much.
/// </summary>
internal static class AdminQuery
{
    private const int MostTold = 10;

    public static void IgnoresNothing(this RouteGroupBuilder group) => group.AddEndpointFilterFactory((context, next) =>
    {
        var texts = GetTexts(context.MethodInfo);
        var readsBody = ReadsBody(context.MethodInfo);
        return async call => Problem(call.HttpContext, texts) ?? await BodyProblemAsync(call.HttpContext, texts, readsBody) ?? await next(call);
    });

    /// <summary>Whether a handler reads the body: it takes the whole request then, and nothing else takes that.</summary>
    public static bool ReadsBody(MethodInfo handler) => Array.Exists(handler.GetParameters(), parameter => parameter.ParameterType == typeof(HttpRequest));

    /// <summary>What a handler takes as text: from the path what stands in its pattern, the rest from the query.</summary>
    public static IReadOnlyList<string> GetTexts(MethodInfo handler) =>
        [.. handler.GetParameters().Where(parameter => parameter.ParameterType == typeof(string)).Select(parameter => parameter.Name!)];

    private static ValueTask<AdminProblem?> BodyProblemAsync(HttpContext context, IReadOnlyList<string> texts, bool readsBody) =>
        readsBody ? ValueTask.FromResult<AdminProblem?>(null) : UnreadBody.ProblemAsync(context, GetKnown(context, texts));

    private static List<string> GetKnown(HttpContext context, IReadOnlyList<string> texts) => [.. texts.Where(text => !context.Request.RouteValues.ContainsKey(text))];

    private static AdminProblem? Problem(HttpContext context, IReadOnlyList<string> texts)
    {
        var query = context.Request.Query;
        if (query.Count == 0)
            return null;
        var known = GetKnown(context, texts);
        var problems = query.Select(parameter => Problem(context, parameter.Key, parameter.Value, known)).OfType<string>().Take(MostTold).ToList();
        return problems.Count == 0 ? null : AdminProblem.BadRequest($"The query cannot be understood. {AdminGate.ReadTheList}", problems);
    }

    private static string? Problem(HttpContext context, string name, StringValues values, List<string> known)
    {
        if (known.Find(one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase)) is { } same)
            return values.Count == 1 ? null : $"{same}: is there more than once. Give it once.";
        if (context.Request.RouteValues.ContainsKey(name))
            return $"{name.ToLowerInvariant()}: stands in the path already. Leave it out of the query.";
        if (RuleProblems.Shown(name) is not { } shown)
            return known.Count == 0 ? "A parameter is not known here: this path takes no parameters." : $"A parameter is not known here. Known: {string.Join(", ", known)}.";
        var place = MisplacedParameter.Find(context, name, values);
        return known.Count == 0
            ? $"{shown} is not known here: this path takes no parameters.{place}"
            : $"{shown} is not known here.{(place.Length > 0 ? place : RuleProblems.Hint(name, known))}";
    }
}
