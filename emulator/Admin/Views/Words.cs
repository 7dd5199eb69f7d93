using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>How the admin API calls what the sandbox counts and names: words with dashes, amounts in currency units.</summary>
internal static class Words
{
    public static IReadOnlyDictionary<string, PayoutStatus> PayoutStatuses { get; } = Table(PayoutStatus.Process, PayoutStatus.Ok, PayoutStatus.Error);

    public static IReadOnlyDictionary<string, CallbackState> CallbackStates { get; } = Table(
        CallbackState.Owed, CallbackState.Delivered, CallbackState.Dead, CallbackState.Lost, CallbackState.TurnedAway);

    public static decimal Of(Amount amount) => amount.Minor / 100m;

    public static string Of(PayoutStatus status) => Dashed(status);

    public static string Of(CallbackState state) => Dashed(state);

    public static string Of(AnswerSignature signature) => Dashed(signature);

    public static string? Of(Twist twist) => twist == Twist.None ? null : Dashed(twist);

    public static string? Of(AttemptFault fault) => fault == AttemptFault.None ? null : Dashed(fault);

    private static Dictionary<string, T> Table<T>(params IEnumerable<T> values)
        where T : struct, Enum => values.ToDictionary(Dashed, StringComparer.Ordinal);

    // TurnedAway → turned-away.
    private static string Dashed<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((letter, i) =>
            char.IsAsciiLetterUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
