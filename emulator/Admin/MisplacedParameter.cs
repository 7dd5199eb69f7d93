using FreedomPaySandbox.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Finds the path that reads what another one was told.</summary>
internal static class MisplacedParameter
{
    private const string Merchant = "merchant";
    private const string OfMerchant = $"{AdminGate.Root}/merchants/{{{Merchant}}}";
    private const int MostTold = 3;
    private const int LongestMerchant = 19;

    /// <summary>The path that was called, as it is listed: with its parameters by name.</summary>
    public static string GetName(HttpContext context) => $"{context.Request.Method} {GetPattern(context)}";

    /// <summary>The same for one merchant, where there is that.</summary>
    /// <param name="context">The call.</param>
    /// <param name="merchant">Which, if that was said.</param>
    public static string? OfOneMerchant(HttpContext context, string? merchant)
    {
        var pattern = GetPattern(context);
        if (pattern.StartsWith(OfMerchant, StringComparison.Ordinal))
            return null;
        var wanted = OfMerchant + pattern[AdminGate.Root.Length..];
        var isThere = GetEndpoints(context).Any(endpoint => string.Equals(endpoint.RoutePattern.RawText, wanted, StringComparison.Ordinal)
            && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(context.Request.Method, StringComparer.Ordinal) == true);
        return isThere ? $"{context.Request.Method} {(IsId(merchant) ? wanted.Replace($"{{{Merchant}}}", merchant, StringComparison.Ordinal) : wanted)}" : null;
    }

    /// <summary>A sentence that says which path reads that, with a space before it; empty where none does.</summary>
    public static string Find(HttpContext context, string name, string? value)
    {
        if (string.Equals(name, Merchant, StringComparison.OrdinalIgnoreCase) && OfOneMerchant(context, value) is { } one)
            return $" Call {one}.";
        var pattern = GetPattern(context);
        var readers = GetEndpoints(context)
            .Where(endpoint => endpoint.Metadata.GetMetadata<BodyMembers>()?.Names.Contains(name, StringComparer.Ordinal) == true)
            .GroupBy(endpoint => SegmentsInCommon(endpoint.RoutePattern.RawText!, pattern))
            .MaxBy(group => group.Key)?
            .Take(MostTold)
            .Select(endpoint => $"{string.Join('/', endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)} {endpoint.RoutePattern.RawText}")
            .ToList();
        return readers switch
        {
            null or [] => "",
            [var reader] when string.Equals(reader, GetName(context), StringComparison.Ordinal) => " It belongs in the body.",
            [var reader] => $" {reader} reads it in its body.",
            _ => $" These read it in their bodies: {string.Join(", ", readers)}.",
        };
    }

    private static string GetPattern(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? AdminGate.Root;

    private static IEnumerable<RouteEndpoint> GetEndpoints(HttpContext context) =>
        context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static int SegmentsInCommon(string one, string other) =>
        one.Split('/').Zip(other.Split('/')).TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count();

    // What was said may be anything, a card number too.
    private static bool IsId(string? text) => text is { Length: > 0 and < LongestMerchant } && text.All(char.IsAsciiDigit) && !Protocol.CardNumber.IsWellFormed(text);
}
