using System.Globalization;
using System.Text;
using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>What a developer should know of a call that the vendor's answer does not say, in a sentence for log and journal.</summary>
internal static class CallNote
{
    private const int MostNamed = 3;
    private const string Prefix = "pg_";

    /// <param name="request">The call.</param>
    /// <param name="fields">What was read of it, if it could be read.</param>
    /// <param name="state">The merchant's, if it is known.</param>
    /// <param name="merchants">All there are.</param>
    public static string? Create(HttpRequest request, Parameters? fields, MerchantState? state, MerchantRegistry merchants)
    {
        if (request.QueryString.HasValue && HttpMethods.IsPost(request.Method) && OfQuery(request, fields) is { } query)
            return query;
        return state is null && fields is not null ? ForMerchant(fields, merchants) : null;
    }

    // The names in it are not told: the caller sent them.
    private static string? OfQuery(HttpRequest request, Parameters? fields)
    {
        var query = FormMessage.Read(Encoding.UTF8.GetBytes(request.QueryString.Value!.TrimStart('?')), RequestReader.Limits);
        if (!query.IsWellFormed)
            return null;
        var count = query.Parameters.Count(field => field.Name.StartsWith(Prefix, StringComparison.Ordinal));
        if (count == 0)
            return null;
        return fields is { Count: > 0 }
            ? string.Create(CultureInfo.InvariantCulture, $"The query of a POST is not read, and {count} of its fields {(count == 1 ? "is" : "are")} there. Send all of them in the body.")
            : "The query of a POST is not read, and all fields are there. Send them in the body, or call with GET.";
    }

    private static string? ForMerchant(Parameters fields, MerchantRegistry merchants)
    {
        var count = fields.GetCount(Fields.MerchantId);
        if (count > 1)
            return string.Create(CultureInfo.InvariantCulture, $"{Fields.MerchantId} was sent {count} times. Send it once.");
        var known = merchants.All.Take(MostNamed).Select(state => state.Merchant.Id.ToString(CultureInfo.InvariantCulture)).ToList();
        var use = known.Count switch
        {
            0 => "",
            _ when merchants.Count > known.Count => $"use {string.Join(", ", known)} or another of {merchants.Count.ToString(CultureInfo.InvariantCulture)} (GET {AdminPath.Root}/merchants)",
            1 => $"use {known[0]}",
            _ => $"use {string.Join(", ", known[..^1])} or {known[^1]}",
        };
        if (string.IsNullOrEmpty(fields[Fields.MerchantId]))
            return known.Count == 0 ? $"{Fields.MerchantId} is missing, and no merchant is set up: POST {AdminPath.Root}/merchants makes one." : $"{Fields.MerchantId} is missing: {use}.";
        if (GetNumber(fields[Fields.MerchantId]!) is not { } id)
            return known.Count == 0 ? $"{Fields.MerchantId} is no number, and no merchant is set up: POST {AdminPath.Root}/merchants makes one." : $"{Fields.MerchantId} is not the number of a merchant: {use}.";
        var alternative = $"start with --id {id} --payout-secret SECRET, or POST {{\"id\":{id}}} to {AdminPath.Root}/merchants";
        return known.Count == 0 ? $"Merchant {id} is not set up: {alternative}." : $"Merchant {id} is not set up: {use}, or {alternative}.";
    }

    // As a merchant's number is written, and nothing that looks like a card number.
    private static string? GetNumber(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
        && string.Equals(number.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal)
        && !CardNumber.IsWellFormed(text)
            ? text
            : null;
}
