using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>How far a clock shall be advanced.</summary>
internal sealed record ClockStep([property: JsonConverter(typeof(DurationJson))] TimeSpan By);
