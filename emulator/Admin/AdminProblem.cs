using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Secrets;
using Microsoft.AspNetCore.Http.Metadata;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Why the admin API did not do what it was asked, and what to do next: a problem document (RFC 9457).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What kind of problem it is.</param>
/// <param name="Detail">What is wrong, and the next step.</param>
/// <param name="Errors">Each thing that is wrong, where there may be several.</param>
internal sealed record AdminProblem(int Status, string Title, string Detail, IReadOnlyList<string>? Errors = null) : IResult, IEndpointMetadataProvider
{
    public const string ContentType = "application/problem+json";

    /// <summary>After how many seconds to try again, where a header says that.</summary>
    [JsonIgnore]
    public int? RetryAfter { get; init; }

    /// <param name="what">A sentence that says what there is not.</param>
    /// <param name="nextStep">A sentence that says what to do.</param>
    public static AdminProblem NotFound(string what, string nextStep) =>
        new(StatusCodes.Status404NotFound, "Not found", $"{what} {nextStep}");

    public static AdminProblem BadRequest(string detail, IReadOnlyList<string>? errors = null) =>
        new(StatusCodes.Status400BadRequest, "Bad request", detail, errors);

    public static AdminProblem Conflict(string detail) => new(StatusCodes.Status409Conflict, "Conflict", detail);

    public static AdminProblem Forbidden(string detail) => new(StatusCodes.Status403Forbidden, "Forbidden", detail);

    public static AdminProblem Unauthorized(string detail) => new(StatusCodes.Status401Unauthorized, "Unauthorized", detail);

    /// <summary>For the description: which problems a handler can have follows from what it takes.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        var texts = AdminQuery.GetTexts(method);
        var inPath = ((RouteEndpointBuilder)builder).RoutePattern.Parameters.Select(parameter => parameter.Name).ToList();
        if (AdminQuery.ReadsBody(method) || texts.Except(inPath, StringComparer.Ordinal).Any())
            builder.Metadata.Add(Described(StatusCodes.Status400BadRequest));
        if (texts.Contains("merchant", StringComparer.Ordinal) || inPath.Count > 0)
            builder.Metadata.Add(Described(StatusCodes.Status404NotFound));
    }

    public static ProducesResponseTypeMetadata Described(int status) => new(status, typeof(AdminProblem), [ContentType]);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // It repeats what was asked for, which somebody may have taken a card number for.
        var shown = this with { Detail = Redaction.Cards(Detail), Errors = Errors is null ? null : [.. Errors.Select(error => Redaction.Cards(error))] };
        var json = JsonSerializer.SerializeToUtf8Bytes(shown, AdminJson.Readable.AdminProblem);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(json, httpContext.RequestAborted);
    }
}

/// <summary>Finds the path that reads what another one was told.</summary>
internal static class MisplacedParameter
{
    private const string Merchant = "merchant";
    private const string OfMerchant = $"{AdminPath.Root}/merchants/{{{Merchant}}}";
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
        var wanted = OfMerchant + pattern[AdminPath.Root.Length..];
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

    private static string GetPattern(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? AdminPath.Root;

    private static IEnumerable<RouteEndpoint> GetEndpoints(HttpContext context) =>
        context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static int SegmentsInCommon(string one, string other) =>
        one.Split('/').Zip(other.Split('/')).TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count();

    // What was said may be anything, a card number too.
    private static bool IsId(string? text) => text is { Length: > 0 and < LongestMerchant } && text.All(char.IsAsciiDigit) && !Protocol.CardNumber.IsWellFormed(text);
}
