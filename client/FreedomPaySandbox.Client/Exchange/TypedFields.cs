using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>
/// Reads the fields of a verified message by their documented forms, and keeps the first problem. A field may be missing or empty where
/// it is optional; one that is there must be readable, and there once.
/// </summary>
internal sealed class TypedFields(Parameters fields)
{
    private static readonly Uri s_nowhere = new("about:blank");

    public FieldProblem? Problem { get; private set; }

    public string Text(string name) => Given(name) ?? Report(name, FieldFault.Missing, "");

    public string? Given(string name)
    {
        var count = fields.GetCount(name);
        if (count > 1)
            return Report(name, FieldFault.Repeated, (string?)null);
        if (count == 1 && fields[name] is null)
            return Report(name, FieldFault.Unreadable, (string?)null);
        return fields[name] is { Length: > 0 } text ? text : null;
    }

    public long PaymentId() => Number(Text(Fields.PaymentId), Fields.PaymentId);

    public int? Code(string name) => Given(name) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : Report(name, FieldFault.Unreadable, 0);

    public Amount? Money(string name) => Given(name) is not { } text
        ? null
        : Amount.TryParse(text, out var amount) ? amount : Report(name, FieldFault.Unreadable, Amount.Zero);

    /// <summary>A balance, which may be overdrawn.</summary>
    public Amount? Balance()
    {
        if (Given(Fields.Balance) is not ['-', .. var pending])
            return Money(Fields.Balance);
        return Amount.TryParse(pending, out var amount) ? Amount.Zero - amount : Report(Fields.Balance, FieldFault.Unreadable, Amount.Zero);
    }

    public DateTimeOffset? IsoDate(string name) => Given(name) is not { } text
        ? null
        : WireDate.TryParseIso(text, out var date) ? date : Report(name, FieldFault.Unreadable, default(DateTimeOffset));

    public DateTime? LocalDate(string name) => Given(name) is not { } text
        ? null
        : WireDate.TryParseLocal(text, TimeSpan.Zero, out var date) ? date.DateTime : Report(name, FieldFault.Unreadable, default(DateTime));

    /// <summary>The address of a page: absolute, http or https.</summary>
    public Uri WebAddress(string name) =>
        Uri.TryCreate(Text(name), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : Report(name, FieldFault.Unreadable, s_nowhere);

    /// <summary>A UUID with hyphens, as it was written.</summary>
    public string Uuid(string name) =>
        Text(name) is var text && Guid.TryParseExact(text, "D", out _) ? text : Report(name, FieldFault.Unreadable, text);

    /// <summary>Reports the field when it says something else.</summary>
    public void Require(string name, string expected, StringComparison way = StringComparison.Ordinal)
    {
        if (!string.Equals(Text(name), expected, way))
            Report(name, FieldFault.Foreign, 0);
    }

    /// <summary>Reports the field when it is there and says something else.</summary>
    public void RequireIfGiven(string name, string expected, StringComparison way = StringComparison.Ordinal)
    {
        if (Given(name) is not null)
            Require(name, expected, way);
    }

    public void RequireAbsent(string name)
    {
        if (Given(name) is not null)
            Report(name, FieldFault.Unexpected, 0);
    }

    /// <summary>Keeps the problem if it is the first.</summary>
    /// <returns><paramref name="instead"/>.</returns>
    public T Report<T>(string name, FieldFault fault, T instead)
    {
        Problem ??= new FieldProblem(name, fault);
        return instead;
    }

    private long Number(string text, string name) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Report(name, FieldFault.Unreadable, 0L);
}
