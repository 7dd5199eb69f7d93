using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>What a payout comes to: at once or after being in process, a success or an error code.</summary>
/// <param name="ErrorCode">The code it fails with, or none when it succeeds.</param>
/// <param name="InProcess">Whether it is first in process, and ends later (C-3).</param>
/// <param name="SettleAfter">How long it is in process, where a rule says so; else the merchant's word holds.</param>
internal readonly record struct Outcome(int? ErrorCode, bool InProcess, TimeSpan? SettleAfter = null)
{
    private const string Later = "process, then ";
    private const string Well = "success";
    private const string Failed = "error ";

    public static Outcome Success => default;

    /// <summary>The forms an outcome has as text; N is a number of the vendor's error table.</summary>
    public static IReadOnlyList<string> Forms { get; } = [Well, Failed + "N", Later + Well, Later + Failed + "N"];

    /// <summary>What the built-in rules say of a card (C-1, C-2).</summary>
    public static Outcome ForTestCard(string card, Merchant merchant) => BuiltInRule.For(card).Outcome(merchant);

    /// <summary>Reads exactly the words in which the README's table of test cards speaks.</summary>
    public static bool TryParse(string text, out Outcome outcome)
    {
        var inProcess = text.StartsWith(Later, StringComparison.Ordinal);
        outcome = new Outcome(null, inProcess);
        if (string.Equals(inProcess ? text[Later.Length..] : text, Well, StringComparison.Ordinal))
            return true;
        if (!NamesError(text, out var code) || GatewayError.Find(code.Value) is null)
            return false;
        outcome = new Outcome(code, inProcess);
        return true;
    }

    /// <summary>Whether the text has the form of an outcome that fails, be the code known or not.</summary>
    public static bool NamesError(string text, [NotNullWhen(true)] out int? code)
    {
        var rest = text.AsSpan(text.StartsWith(Later, StringComparison.Ordinal) ? Later.Length : 0);
        code = rest.StartsWith(Failed, StringComparison.Ordinal)
            && int.TryParse(rest[Failed.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
        return code is not null;
    }

    public override string ToString() =>
        (InProcess ? Later : "") + (ErrorCode is { } code ? Failed + code.ToString(CultureInfo.InvariantCulture) : Well);
}
