using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>What a clock shows, or shall show.</summary>
internal sealed record ClockSetting([property: JsonConverter(typeof(MomentJson))] DateTimeOffset? Now, bool? Frozen);
