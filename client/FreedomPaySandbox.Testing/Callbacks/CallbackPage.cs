using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>A page of callbacks.</summary>
internal sealed record CallbackPage([property: JsonPropertyName("callbacks")] IReadOnlyList<SandboxCallback> Items, string? Next, string? Reason = null) : IListPage<SandboxCallback>;
