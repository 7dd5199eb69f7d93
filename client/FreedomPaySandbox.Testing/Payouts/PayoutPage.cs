using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>A page of payouts.</summary>
internal sealed record PayoutPage([property: JsonPropertyName("payouts")] IReadOnlyList<SandboxPayout> Items, string? Next, string? Reason = null) : IListPage<SandboxPayout>;
