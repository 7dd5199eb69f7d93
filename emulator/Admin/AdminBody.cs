using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Rules;
using Microsoft.AspNetCore.Http.Features;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>The body of a call: one JSON object, whatever its content type says; none at all is an empty one.</summary>
internal sealed class AdminBody : IDisposable
{
    /// <summary>No call knows so many, and each that is not known costs a sentence.</summary>
    private const int MostMembers = 100;
    private const int LongestName = 40;

    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    private readonly JsonDocument _document;

    private AdminBody(JsonDocument document) => _document = document;

    public JsonElement Root => _document.RootElement;

    /// <returns>The body, or why there is none.</returns>
    public static async Task<(AdminBody? Body, AdminProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellation);
        return Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>Each member that is not known, in a sentence.</summary>
    public IEnumerable<string> Unknown(params IReadOnlyCollection<string> known) => Root.EnumerateObject()
        .Where(member => !known.Contains(member.Name, StringComparer.Ordinal))
        .Select(member => $"{member.Name} is not known here. Known: {string.Join(", ", known)}.");

    public bool Has(string name, [NotNullWhen(true)] out JsonElement? value)
    {
        value = Root.TryGetProperty(name, out var member) ? member : null;
        return value is not null;
    }

    public void Dispose() => _document.Dispose();

    private static (AdminBody? Body, AdminProblem? Problem) Read(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            // A copy, because the document goes on reading from it.
            var body = new AdminBody(JsonDocument.Parse(json.IsEmpty ? "{}"u8.ToArray() : json.ToArray(), s_options));
            if (Problem(body.Root) is not { } problem)
                return (body, null);
            body.Dispose();
            return (null, problem);
        }
        catch (JsonException fault)
        {
            return (null, Expected($"The body is not JSON: see line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."));
        }
        catch (InvalidOperationException)
        {
            // What JsonElement throws for text that is not UTF-8 or half a surrogate pair.
            return (null, Expected("A text of the body is not valid Unicode. Send UTF-8."));
        }
    }

    private static AdminProblem? Problem(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return Expected("The body is one JSON object.");
        if (root.GetPropertyCount() > MostMembers)
            return Expected($"The body has more than {MostMembers} members. No call knows so many.");

        ReadTexts(root);
        var names = root.EnumerateObject().Select(member => member.Name).ToList();

        // A name is told back where it is not known, so it must be short and no card number.
        if (names.Exists(name => name.Length > LongestName || RuleProblems.Shown(name) is null))
            return Expected($"A member is not known here: its name has more than {LongestName} characters, or many digits.");
        var twice = names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
        return twice.Count > 0
            ? AdminProblem.BadRequest("The body is ambiguous.", [.. twice.Select(name => $"{name}: is there more than once. Keep one.")])
            : null;
    }

    // So that a text which is none is found here, and not where it is used.
    private static void ReadTexts(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    ReadTexts(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
            default:
                break;
        }
    }

    private static AdminProblem Expected(string detail) => AdminProblem.BadRequest($"{detail} {AdminGate.ReadTheList}");
}

/// <summary>The members that an endpoint reads in its body, so that others can say where something belongs.</summary>
internal sealed record BodyMembers(IReadOnlyList<string> Names);

/// <summary>
/// Refuses a body that a path does not read. It carries a wish, such as the one merchant to reset: to ignore it is to do more than
/// was asked, and says that all went well.
/// </summary>
internal static class UnreadBody
{
    private const int MostTold = 10;
    private const int LongestName = 40;

    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    /// <returns>What is wrong, or nothing where the body says nothing: there is none, or it is blank or <c>{}</c>.</returns>
    public static async ValueTask<AdminProblem?> ProblemAsync(HttpContext context, IReadOnlyCollection<string> parameters)
    {
        // Most calls have none, and no buffer is made for them.
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
            return null;
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return Problem(context, buffer.GetBuffer().AsMemory(0, (int)buffer.Length), parameters);
    }

    private static AdminProblem? Problem(HttpContext context, ReadOnlyMemory<byte> body, IReadOnlyCollection<string> parameters)
    {
        if (body.Span.StartsWith(Encoding.UTF8.Preamble))
            body = body[Encoding.UTF8.Preamble.Length..];
        if (body.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return null;
        var members = GetMembers(context, body, parameters);
        if (members is { Count: 0 })
            return null;

        var place = MisplacedParameter.GetName(context);
        var elsewhere = MisplacedParameter.OfOneMerchant(context, merchant: null) is { } one ? $" For one merchant there is {one}." : "";
        var query = parameters.Count > 0 ? $" What it reads stands in its query: {string.Join(", ", parameters)}." : "";
        return AdminProblem.BadRequest($"{place} reads no body, and nothing was done. Send it without one.{elsewhere}{query} {AdminGate.ReadTheList}", members);
    }

    // What each member wants, in a sentence; nothing where the body is no JSON object that can be read.
    private static List<string>? GetMembers(HttpContext context, ReadOnlyMemory<byte> body, IReadOnlyCollection<string> parameters)
    {
        try
        {
            using var json = JsonDocument.Parse(body, s_options);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? [.. json.RootElement.EnumerateObject().Select(member => Sentence(context, member, parameters)).Take(MostTold)]
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is what JsonElement throws for text that is not UTF-8 or half a surrogate pair.
            return null;
        }
    }

    private static string Sentence(HttpContext context, JsonProperty member, IReadOnlyCollection<string> parameters)
    {
        if (member.Name.Length > LongestName || RuleProblems.Shown(member.Name) is not { } name)
            return "A member is not known here.";
        if (context.Request.RouteValues.ContainsKey(name))
            return $"{name}: stands in the path already.";
        if (parameters.Contains(name, StringComparer.Ordinal))
            return $"{name}: belongs in the query of this path.";
        return $"{name} is not known here.{MisplacedParameter.Find(context, name, member.Value.ToString())}";
    }
}
