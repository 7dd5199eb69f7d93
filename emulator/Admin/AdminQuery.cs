using System.Globalization;
using System.Reflection;
using FreedomPaySandbox.Emulator.Rules;
using Microsoft.Extensions.Primitives;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>
/// Holds a call to what its path reads: the parameters that it takes, each at most once, and a body only where one is read. A filter that
/// is mistyped and passed over would find too much, and a caller who counts would not notice; a wish that is passed over would do too much.
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

/// <summary>Reads the parameters of a query and collects what is wrong with them.</summary>
internal sealed class AdminArguments
{
    private readonly List<string> _problems = [];

    /// <summary>Everything that was wrong, or nothing.</summary>
    public AdminProblem? Problem => _problems.Count == 0
        ? null
        : AdminProblem.BadRequest($"The query cannot be understood. {AdminGate.ReadTheList}", _problems);

    public long? Number(string name, string? text) =>
        Read(name, text, "a whole number", long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null);

    /// <summary>A whole number from 1 to a limit.</summary>
    public int Count(string name, string? text, int otherwise, int most) => Read(
        name,
        text,
        string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {most}"),
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most ? count : (int?)null)
        ?? otherwise;

    public T? Word<T>(string name, string? text, IReadOnlyDictionary<string, T> known)
        where T : struct =>
        Read(name, text, string.Join(", ", known.Keys), text is not null && known.TryGetValue(text, out var value) ? value : (T?)null);

    public TimeSpan Wait(string? text) => LongPoll.GetWait(text) ?? Refuse("wait", LongPoll.WaitForm);

    public AdminCursor After(string? text) =>
        Read("after", text, "what an answer gave as next", text is null ? null : AdminCursor.TryParse(text)) ?? default;

    private T? Read<T>(string name, string? text, string expected, T? value)
        where T : struct
    {
        // The framework's numbers may end in NUL.
        if (text is not null && (value is null || text.Contains('\0', StringComparison.Ordinal)))
            _problems.Add($"{name}: expected {expected}.");
        return value;
    }

    private TimeSpan Refuse(string name, string expected)
    {
        _problems.Add($"{name}: expected {expected}.");
        return TimeSpan.Zero;
    }
}

/// <summary>
/// Where a list goes on: behind something of a merchant. As text <c>4963922019</c>, <c>4963922019-1</c>, and with the merchant before
/// it where a list goes over all: <c>9970:4963922019-1</c>.
/// </summary>
/// <param name="Merchant">Merchants before this one are done with; none where the list is one merchant's.</param>
/// <param name="Id">The last one's id.</param>
/// <param name="Number">Its number, where things of one id are numbered.</param>
internal readonly record struct AdminCursor(long? Merchant, long Id, int Number)
{
    public static AdminCursor? TryParse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var behind = text.AsSpan(colon + 1);
        var dash = behind.IndexOf('-');
        var merchant = 0L;
        var number = 0;
        return (colon < 0 || Whole(text.AsSpan(0, colon), out merchant))
            && Whole(dash < 0 ? behind : behind[..dash], out var id)
            && (dash < 0 || int.TryParse(behind[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out number))
                ? new AdminCursor(colon < 0 ? null : merchant, id, number)
                : null;
    }

    /// <summary>The cursor behind something, for a list of one merchant's things or of all.</summary>
    public static string Text(bool ofOne, long merchant, string id) =>
        ofOne ? id : string.Create(CultureInfo.InvariantCulture, $"{merchant}:{id}");

    /// <summary>Whether a list has not done with this merchant.</summary>
    public bool Reaches(long merchant) => Merchant is null || merchant >= Merchant;

    /// <summary>Whether a list goes on in the middle of this merchant, not at its beginning.</summary>
    public bool IsWithin(long merchant) => Merchant is null || Merchant == merchant;

    private static bool Whole(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
