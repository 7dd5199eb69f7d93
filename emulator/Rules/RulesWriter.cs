using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>
/// Writes a merchant's rules as <see cref="RulesReader"/> reads them, with what happened to each, the built-in ones behind them.
/// </summary>
internal static class RulesWriter
{
    // Not for HTML, so Cyrillic may stay readable.
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(ActiveRules book, Merchant merchant)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_options))
            Write(json, book, merchant);
        return buffer.ToArray();
    }

    public static void Write(Utf8JsonWriter json, ActiveRules book, Merchant merchant)
    {
        json.WriteStartObject();
        json.WriteStartArray("rules");
        foreach (var (i, rule) in book.Set.Rules.Index())
            WriteRule(json, rule, book.GetCount(i));
        foreach (var rule in BuiltInRule.All)
            WriteBuiltIn(json, rule, merchant, book.GetCount(rule));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule, RuleCount count)
    {
        json.WriteStartObject();
        json.WriteString("name", rule.Name);
        WriteCondition(json, rule.When);
        json.WriteStartObject("then");
        if (rule.Then.Outcome is { } outcome)
            WriteOutcome(json, outcome);
        if (rule.Then.Fault is { } fault)
            WriteFault(json, fault);
        if (rule.Then.Callback is { } plan)
            WritePlan(json, plan);
        json.WriteEndObject();
        WriteCount(json, count);
        json.WriteEndObject();
    }

    private static void WriteBuiltIn(Utf8JsonWriter json, BuiltInRule rule, Merchant merchant, RuleCount count)
    {
        json.WriteStartObject();
        json.WriteString("name", rule.Name);
        json.WriteStartObject("when");
        json.WriteString(rule.Condition.Member, rule.Condition.Text);
        json.WriteEndObject();
        json.WriteStartObject("then");
        WriteOutcome(json, rule.Outcome(merchant));
        json.WriteEndObject();
        WriteCount(json, count);
        json.WriteBoolean("builtIn", true);
        json.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter json, RuleCondition when)
    {
        if (when == new RuleCondition())
            return;
        json.WriteStartObject("when");
        WriteText(json, "operation", when.Operation);
        WriteText(json, "card", when.Card?.ToString());
        WriteRange(json, when.Amount);
        WriteText(json, "orderId", when.OrderId?.Text);
        WriteText(json, "currency", when.Currency);
        WriteNumber(json, "first", when.Turn.First?.ToString(CultureInfo.InvariantCulture));
        WriteNumber(json, "every", when.Turn.Every?.ToString(CultureInfo.InvariantCulture));
        WriteNumber(json, "probability", when.Turn.Probability?.ToString("R", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, AmountRange? amount)
    {
        if (amount is null)
            return;
        if (amount.IsExact)
        {
            WriteNumber(json, "amount", amount.From.ToString());
            return;
        }

        json.WriteStartObject("amount");
        WriteNumber(json, "from", amount.From?.ToString());
        WriteNumber(json, "to", amount.To?.ToString());
        json.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter json, Outcome outcome)
    {
        json.WriteString("outcome", outcome.ToString());
        if (outcome.SettleAfter is { } settleAfter)
            json.WriteString("settleAfter", DurationText.Format(settleAfter));
    }

    private static void WriteFault(Utf8JsonWriter json, GatewayFault fault)
    {
        if (fault is not SlowAnswer slow)
        {
            json.WriteString("fault", fault.Name);
            return;
        }

        json.WriteStartObject("fault");
        json.WriteString("name", slow.Name);
        json.WriteString("delay", DurationText.Format(slow.Delay));
        json.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter json, CallbackPlan plan)
    {
        var isDelayed = plan.Kind.NeedsDelay || plan.Delay > TimeSpan.Zero;
        if (!isDelayed && plan.Kind.Takes is [CallbackPlanKind.Delay])
        {
            json.WriteString("callback", plan.Name);
            return;
        }

        json.WriteStartObject("callback");
        json.WriteString("name", plan.Name);
        if (isDelayed)
            json.WriteString(CallbackPlanKind.Delay, DurationText.Format(plan.Delay));
        if (plan.Kind.Takes.Contains(CallbackPlanKind.Times, StringComparer.Ordinal))
            json.WriteNumber(CallbackPlanKind.Times, plan.Times);
        if (plan.Kind.Takes.Contains(CallbackPlanKind.Interval, StringComparer.Ordinal))
            json.WriteString(CallbackPlanKind.Interval, DurationText.Format(plan.Interval));
        if (plan.Kind.Takes.Contains(CallbackPlanKind.Hold, StringComparer.Ordinal))
            json.WriteString(CallbackPlanKind.Hold, DurationText.Format(plan.Hold));
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, RuleCount count)
    {
        json.WriteNumber("hits", count.Hits);
        json.WriteNumber("calls", count.Calls);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, string? digits)
    {
        if (digits is null)
            return;
        json.WritePropertyName(name);
        json.WriteRawValue(digits);
    }
}
