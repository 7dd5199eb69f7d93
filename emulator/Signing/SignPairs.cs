using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>A body of single fields. They keep their order and their names as typed.</summary>
internal sealed record SignPairs(SignCarrier Carrier, IReadOnlyList<SignField> Pairs, Parameters Fields) : SignBody(Fields)
{
    public override bool IsQuery => Carrier == SignCarrier.Query;

    /// <summary>Reads an encoded form or query.</summary>
    public static bool TryDecode(SignCarrier carrier, string form, [NotNullWhen(true)] out SignPairs? body, [NotNullWhen(false)] out string? problem)
    {
        body = null;
        problem = FormMessage.Read(Encoding.UTF8.GetBytes(form)).Problem;
        if (problem is not null)
            return false;

        var pairs = form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
        return TryCollect(carrier, [.. pairs.Select(pair => new SignField(WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair.ElementAtOrDefault(1)) ?? ""))], out body, out problem);
    }

    /// <summary>Collects decoded fields.</summary>
    public static bool TryCollect(
        SignCarrier carrier, IReadOnlyList<SignField> pairs, [NotNullWhen(true)] out SignPairs? body, [NotNullWhen(false)] out string? problem)
    {
        var collector = new FieldCollector(MessageLimits.Default);
        foreach (var pair in pairs)
        {
            if (pair.Path.Length == 0)
                collector.Refuse("A field has no name.");
            if (collector.Problem is not null || !collector.Add(pair.Path, pair.Value))
                break;
        }

        problem = collector.Problem;
        body = collector.Reading.Parameters is { } fields ? new SignPairs(carrier, pairs, fields) : null;
        return body is not null;
    }

    public override IEnumerable<string> CurlOptions(IReadOnlyList<SignField> added) =>
        Pairs.Where(pair => !pair.Is(Protocol.Fields.Signature)).Concat(added).Select(field => Carrier.CurlOption(field));
}
