using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomPaySandbox.Emulator.Secrets;
using Microsoft.AspNetCore.Builder;
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
