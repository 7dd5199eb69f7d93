using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>The body of a call: one JSON object, whatever its content type says; none at all is an empty one.</summary>
internal sealed class AdminBody : IDisposable
{
    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    private readonly JsonDocument _document;

    private AdminBody(JsonDocument document) => _document = document;

    public JsonElement Root => _document.RootElement;

    /// <returns>The body, or why there is none.</returns>
    public static async Task<(AdminBody? Body, AdminProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellation);
        if (bytes.Length == 0)
            return (new AdminBody(JsonDocument.Parse("{}")), null);
        try
        {
            var body = new AdminBody(JsonDocument.Parse(bytes.ToArray(), s_options));
            if (body.Root.ValueKind == JsonValueKind.Object)
                return (body, null);
            body.Dispose();
            return (null, Expected("The body is one JSON object."));
        }
        catch (JsonException fault)
        {
            return (null, Expected($"The body is not JSON: see line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."));
        }
    }

    /// <summary>Each member that is not known, in a sentence.</summary>
    public IEnumerable<string> Unknown(params IReadOnlyCollection<string> known) => Root.EnumerateObject()
        .Where(member => !known.Contains(member.Name, StringComparer.Ordinal))
        .Select(member => $"{(member.Name.Length > 40 ? "A member" : member.Name)} is not known here. Known: {string.Join(", ", known)}.");

    public bool Has(string name, [NotNullWhen(true)] out JsonElement? value)
    {
        value = Root.TryGetProperty(name, out var member) ? member : null;
        return value is not null;
    }

    public void Dispose() => _document.Dispose();

    private static AdminProblem Expected(string detail) => AdminProblem.BadRequest($"{detail} {AdminGate.ReadTheList}");
}
