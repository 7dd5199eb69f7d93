using System.Diagnostics.CodeAnalysis;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>What reading a request came to: its fields, or why there are none.</summary>
internal readonly record struct RequestReading(Parameters? Fields, HttpRefusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Fields))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Fields is not null;

    public static RequestReading From(MessageReadResult reading) => reading.IsWellFormed
        ? new RequestReading(reading.Parameters, null)
        : new RequestReading(null, HttpRefusal.Malformed(reading.Problem));

    public static RequestReading Refused(int status, string text) => new(null, new HttpRefusal(status, text));
}
