using System.Globalization;
using System.Text.RegularExpressions;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Verification.Drift;

/// <summary>Compares what a gateway answered with what the sandbox answers to the same call: the shape, not the values. Pure.</summary>
internal static class Comparison
{
    // A message that is signed or not bears these or not: that is one difference, and not three.
    private static readonly HashSet<string> s_ofSigning = new(StringComparer.Ordinal) { Fields.Salt, Fields.Signature };

    /// <param name="scenario">What was played.</param>
    /// <param name="expected">The sandbox's answers.</param>
    /// <param name="found">The gateway's.</param>
    public static IEnumerable<Difference> Compare(Scenario scenario, IReadOnlyList<Exchange> expected, IReadOnlyList<Exchange> found)
    {
        for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
        {
            if (i >= expected.Count)
                yield return new Difference(scenario.Rule, scenario.Id, "nothing", Shown(found[i]));
            else if (i >= found.Count || found[i].Status == 0)
                yield return new Difference(scenario.Rule, scenario.Id, Shown(expected[i]), "nothing");
            else
            {
                foreach (var difference in Compare(scenario, expected[i], found[i]))
                    yield return difference;
            }
        }
    }

    private static IEnumerable<Difference> Compare(Scenario scenario, Exchange expected, Exchange found)
    {
        if (found.Fields is null || expected.Fields is null || (found.Status, found.ContentType) != (expected.Status, expected.ContentType))
        {
            if (Wire(expected) != Wire(found))
                yield return new Difference("T-7", scenario.Id, Wire(expected), Wire(found));
            if (found.Fields is null || expected.Fields is null)
                yield break;
        }

        var (is_, should) = (Told(found), Told(expected));
        if (!is_.Select(field => field.Name).SequenceEqual(should.Select(field => field.Name), StringComparer.Ordinal))
        {
            yield return new Difference(scenario.Rule, scenario.Id, Names(should), Names(is_));
            yield break;
        }

        foreach (var (one, other) in should.Zip(is_))
        {
            if (!string.Equals(one.Value, other.Value, StringComparison.Ordinal))
                yield return new Difference(scenario.Rule, scenario.Id, $"{one.Name} {one.Value}", $"{other.Name} {other.Value}");
        }

        if (expected.Signing != found.Signing)
            yield return new Difference(scenario.SigningRule(IsError(expected)), scenario.Id, Word(expected.Signing), Word(found.Signing));
    }

    private static List<ExchangeField> Told(Exchange exchange) =>
        [.. exchange.Fields!.Where(field => !s_ofSigning.Contains(field.Name)).Select(field => field with { Value = ValueForm.Recognize(field.Name, field.Value) })];

    private static bool IsError(Exchange exchange) => exchange.Fields!.Any(field => field.Name == Fields.ErrorCode) && exchange.Path != ScenarioSession.Callback;

    private static string Names(IEnumerable<ExchangeField> fields) => string.Join(", ", fields.Select(field => field.Name));

    private static string Wire(Exchange exchange) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP {exchange.Status} {exchange.ContentType}{(exchange.Fields is null ? ", no message" : "")}");

    private static string Shown(Exchange exchange) => exchange.Path == ScenarioSession.Callback ? "a callback" : Wire(exchange);

    private static string Word(SigningState signing) => signing switch
    {
        SigningState.None => "no signature",
        SigningState.Right => "a right signature",
        _ => "a wrong signature",
    };
}

/// <summary>Something that a gateway does otherwise than the sandbox.</summary>
/// <param name="Rule">The rule it contradicts.</param>
/// <param name="Scenario">Where it was seen.</param>
/// <param name="Expected">What the sandbox does.</param>
/// <param name="Found">What the gateway does.</param>
internal sealed record Difference(string Rule, string Scenario, string Expected, string Found)
{
    public override string ToString() => $"{Rule} {Scenario}: expected {Expected}, found {Found}";
}

/// <summary>What kind of value stands in a field, where the value itself differs from call to call.</summary>
internal static partial class ValueForm
{
    /// <summary>Fields whose very words are the protocol.</summary>
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        Fields.Status, Fields.PaymentStatus, Fields.TransactionStatus, Fields.ErrorCode, Fields.ErrorDescription, Fields.FailureCode,
        Fields.FailureDescription, Fields.CanReject, Fields.TestingMode, Fields.Captured,
    };

    /// <summary>The value where it is one of the protocol's words; else its form.</summary>
    public static string Recognize(string name, string value)
    {
        if (s_words.Contains(name))
            return value;
        if (WireDate.TryParseIso(value, out _))
            return "a date in ISO form";
        if (WireDate.TryParseLocal(value, TimeSpan.Zero, out _))
            return "a date in local form";
        if (Mask().IsMatch(value))
            return "a masked card number";
        if (Guid.TryParseExact(value, "D", out _))
            return "a UUID";
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal))
            return "an address";
        return name is Fields.Balance or Fields.PaymentAmount or Fields.ToPay or Fields.Amount or Fields.NetAmount ? AmountForm(value)
            : value.Length > 0 && value.All(char.IsAsciiDigit) ? "a number"
            : value.Length == 0 ? "nothing"
            : "a text";
    }

    private static string AmountForm(string value)
    {
        if (!decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            return "no amount";
        var point = value.IndexOf('.', StringComparison.Ordinal);
        return value.Length - point - 1 == 2 && point >= 0 ? "an amount with two decimals" : "an amount without trailing zeros";
    }

    [GeneratedRegex("^[0-9]{6}-XX-XXXX-[0-9]{4}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mask();
}
