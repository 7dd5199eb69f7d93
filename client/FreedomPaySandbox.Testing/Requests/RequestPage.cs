using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>A page of calls.</summary>
internal sealed record RequestPage([property: JsonPropertyName("requests")] IReadOnlyList<SandboxRequest> Items, string? Next) : IListPage<SandboxRequest>
{
    /// <summary>Another call may always come.</summary>
    public string? Reason => null;
}
