using System.Text;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Rules;
using Microsoft.AspNetCore.Http.Features;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>
/// Refuses a body that a path does not read. It carries a wish, such as the one merchant to empty: whoever passes over it does more than
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
