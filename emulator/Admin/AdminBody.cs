using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Rules;

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
