using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>How the admin API calls what the sandbox counts and names: words with dashes, amounts in currency units.</summary>
internal static class DomainWords
{
    public static IReadOnlyDictionary<string, PayoutStatus> PayoutStatuses { get; } = Table(PayoutStatus.Process, PayoutStatus.Ok, PayoutStatus.Error);

    public static IReadOnlyDictionary<string, CallbackState> CallbackStates { get; } = Table(
        CallbackState.Pending, CallbackState.Delivered, CallbackState.Dead, CallbackState.Lost, CallbackState.Rejected);

    public static decimal Format(Amount amount) => amount.Minor / 100m;

    public static string Format(PayoutStatus status) => Dashed(status);

    public static string Format(CallbackState state) => Dashed(state);

    public static string Format(AnswerSignature signature) => Dashed(signature);

    public static string? Format(Tampering tampering) => tampering == Tampering.None ? null : Dashed(tampering);

    public static string? Format(AttemptFault fault) => fault == AttemptFault.None ? null : Dashed(fault);

    private static Dictionary<string, T> Table<T>(params IEnumerable<T> values)
        where T : struct, Enum => values.ToDictionary(Dashed, StringComparer.Ordinal);

    // TurnedAway → rejected.
    private static string Dashed<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((letter, i) =>
            char.IsAsciiLetterUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
