using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signatures.Mistakes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>Takes out of what is shown of a case every secret the sandbox knows, and card numbers.</summary>
internal sealed class CaseMask(SignatureCase call)
{
    private readonly string? _card = call.Fields[Fields.PaymentTo]?.Trim();

    private readonly string? _order = OrderId.AsSent(call.Fields[Fields.OrderId], call.Fields[Fields.PaymentTo]);

    /// <summary>The fields with nothing in them that must not be shown.</summary>
    public Parameters Hide(Parameters fields) => new(fields.Select(field => field.Children is { } children
        ? new Parameter(Hide(field.Name), Hide(children))
        : new Parameter(Hide(field.Name), field.Name == Fields.PaymentTo ? HideAccount(field.Value) : Hide(field.Value))));

    /// <summary>The text with nothing in it that must not be shown.</summary>
    public string Hide(string text)
    {
        var hidden = HidePlain(text);

        // What hides behind escapes does not hide well.
        if (!ReferenceEquals(hidden, text) || !text.Contains('%', StringComparison.Ordinal))
            return hidden;
        var unescaped = Uri.UnescapeDataString(text.Replace('+', ' '));
        var seen = HidePlain(unescaped);
        return string.Equals(seen, unescaped, StringComparison.Ordinal) ? text : seen;
    }

    /// <summary>The name of a field. What the documentation names is no secret, however short a secret is.</summary>
    public string HideName(string path) => DocumentedFields.Find(call.Script).All.Contains(path, StringComparer.Ordinal) ? path : Hide(path);

    /// <summary>The script. A query that was signed with it holds fields, and is only hinted at.</summary>
    public string HideScript(string script)
    {
        var query = script.IndexOf('?', StringComparison.Ordinal);
        return query < 0 || query == script.Length - 1 ? Hide(script) : $"{Hide(script[..query])}?…";
    }

    // Luhn or not, and however grouped: what is paid to is a card's number.
    private string HideAccount(string value)
    {
        var hidden = Hide(value);
        return string.Equals(hidden, value, StringComparison.Ordinal) ? Redaction.Digits(value) : hidden;
    }

    private string HidePlain(string text)
    {
        if (text.Length == 0)
            return text;
        var hidden = Redaction.Cards(Redaction.Secrets(text, call.Secrets), _card, _order);
        foreach (var other in call.Others)
            hidden = Redaction.Secrets(hidden, other.Secrets);
        return string.Equals(hidden, text, StringComparison.Ordinal) ? text : hidden;
    }
}
