using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Settings;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>
/// Decides who may use the admin API, and tells a rejected caller why. Everything else passes by.
/// </summary>
internal sealed partial class AdminGate(AdminHosts hosts, PublicAddress address, AdminToken? token, WrongTokens wrong, ILogger<AdminGate> log)
{
    public const string ReadTheList = $"GET {AdminPath.Root}/openapi.json lists what there is.";

    public Task PassAsync(HttpContext context, RequestDelegate next) => AdminPath.Contains(context.Request) ? GuardAsync(context, next) : next(context);

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        // JSON is never a page, whatever a browser finds in it.
        context.Response.Headers.XContentTypeOptions = "nosniff";

        // The server leaves the body out by itself.
        if (HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        if (Refusal(context.Request) is { } refusal)
            await RefuseAsync(context, refusal);
        else
            await ServeAsync(context, next);
    }

    private AdminProblem? Refusal(HttpRequest request)
    {
        if (!hosts.Allows(request.Host))
        {
            return AdminProblem.Forbidden(
                "The admin API is not served under this host name, because a page from elsewhere could have made it up. "
                + "Call localhost or an address, or start the sandbox with --allowed-hosts and this name.");
        }

        if (!SameOrigin.HoldsAtAny(request, address))
        {
            return AdminProblem.Forbidden(
                "This call comes from a page of another origin, which may not change the sandbox. "
                + "Make it from a test, a script or a server, without the headers Origin and Sec-Fetch-Site.");
        }

        return ProblemOfToken(request) ?? ProblemOfBody(request);
    }

    private AdminProblem? ProblemOfToken(HttpRequest request)
    {
        if (token is null)
            return null;
        return AdminBearer.Try(request, token, wrong) switch
        {
            { IsRight: true } => null,
            { Wait: not null } slowed => new AdminProblem(
                StatusCodes.Status429TooManyRequests,
                "Too many requests",
                $"Too many wrong tokens came from this address, so no token is looked at for {slowed.Seconds} s. Then send the right one.")
            {
                RetryAfter = slowed.Seconds,
            },
            _ => AdminProblem.Unauthorized("The sandbox was started with an admin token. Send it as Authorization: Bearer TOKEN (--admin-token, FPS_ADMIN_TOKEN)."),
        };
    }

    private static AdminProblem? ProblemOfBody(HttpRequest request) => HttpMethods.IsGet(request.Method) || JsonBody.SaysSo(request)
        ? null
        : new AdminProblem(
            StatusCodes.Status415UnsupportedMediaType,
            "Unsupported media type",
            $"The body does not say that it is JSON, and nothing was done. Send it as Content-Type: application/json (curl --json BODY), or send none. {ReadTheList}");

    private static Task RefuseAsync(HttpContext context, AdminProblem refusal)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = AdminBearer.Scheme;
        if (refusal.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return refusal.ExecuteAsync(context);
    }

    private async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && IsBare(context.Response))
                await GetProblem(context).ExecuteAsync(context);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await GetProblem(fault).ExecuteAsync(context);
        }
        catch (DbException fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            LogFault(fault, context.Request.Method, Redaction.Cards(context.Request.Path.Value!).ReplaceLineEndings(" "));
            context.Response.Clear();
            await new AdminProblem(
                StatusCodes.Status503ServiceUnavailable, "Store unavailable", "The store does not answer. GET /readyz says why, and the log more; try again when it says ready.")
                .ExecuteAsync(context);
        }
#pragma warning disable CA1031 // Whatever broke, the caller gets an answer in the words of the API, and the log the rest.
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFault(fault, context.Request.Method, Redaction.Cards(context.Request.Path.Value!).ReplaceLineEndings(" "));
            context.Response.Clear();
            await new AdminProblem(
                StatusCodes.Status500InternalServerError, "Internal error", "The sandbox itself failed. Its log says how; please report it.")
                .ExecuteAsync(context);
        }
    }

    // What the framework answers by itself has a status and nothing else.
    private static bool IsBare(HttpResponse response) =>
        response.StatusCode >= StatusCodes.Status400BadRequest && response.ContentType is null && response.ContentLength is null;

    private static AdminProblem GetProblem(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => AdminProblem.NotFound("The admin API has no such path.", ReadTheList),
        StatusCodes.Status405MethodNotAllowed => new AdminProblem(
            StatusCodes.Status405MethodNotAllowed,
            "Method not allowed",
            $"This path takes {context.Response.Headers.Allow}. {ReadTheList}"),
        StatusCodes.Status415UnsupportedMediaType => new AdminProblem(
            StatusCodes.Status415UnsupportedMediaType, "Unsupported media type", "Send the body as Content-Type: application/json."),
        var status => new AdminProblem(status, ReasonPhrases.GetReasonPhrase(status), $"The request cannot be taken. {ReadTheList}"),
    };

    private static AdminProblem GetProblem(BadHttpRequestException fault) =>
        new(fault.StatusCode, ReasonPhrases.GetReasonPhrase(fault.StatusCode), fault.InnerException is JsonException json ? Place(json) : fault.Message);

    // Without the exception's own text, which quotes the body.
    private static string Place(JsonException fault) =>
        $"The body is not the JSON that is expected, at {fault.Path ?? "$"}, line {fault.LineNumber + 1 ?? 1}. {ReadTheList}";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path}: the sandbox itself failed")]
    private partial void LogFault(Exception fault, string method, string path);
}

/// <summary>The token that a call bears in its headers.</summary>
internal static class AdminBearer
{
    public const string Scheme = "Bearer";

    /// <summary>What came of it, or nothing where the call bears none.</summary>
    public static TokenCheck? Try(HttpRequest request, AdminToken token, WrongTokens wrong) =>
        request.Headers.Authorization is [{ } header]
        && header.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase)
        && header[(Scheme.Length + 1)..].Trim() is { Length: > 0 } text
            ? wrong.Try(token, text, request.HttpContext.Connection.RemoteIpAddress)
            : null;
}

/// <summary>Puts the gate before everything that is routed.</summary>
internal static class AdminGateUse
{
    public static void UseAdminGate(this IApplicationBuilder app, SandboxSettings settings)
    {
        var log = app.ApplicationServices.GetRequiredService<ILogger<AdminGate>>();
        var gate = new AdminGate(AdminHosts.From(settings), new PublicAddress(settings.PublicUrl), settings.AdminToken, app.ApplicationServices.GetRequiredService<WrongTokens>(), log);
        app.Use(next => context => gate.PassAsync(context, next));
    }
}

/// <summary>What came of showing a token.</summary>
/// <param name="IsRight">Whether it is the token.</param>
/// <param name="Wait">How long nothing is looked at, because too many wrong ones came before.</param>
internal readonly record struct TokenCheck(bool IsRight, TimeSpan? Wait)
{
    public static TokenCheck Right { get; } = new(true, null);

    public static TokenCheck Wrong { get; } = new(false, null);

    /// <summary>The wait in whole seconds, never less than there is of it.</summary>
    public int Seconds => (int)Math.Ceiling(Wait.GetValueOrDefault().TotalSeconds);

    public static TokenCheck After(TimeSpan wait) => new(false, wait);
}

/// <summary>
/// Whether a call that may change something has no body, or says that it is JSON. Forms and plain text can be sent by any web page without
/// asking, and by a callback that was led here; JSON cannot.
/// </summary>
internal static class JsonBody
{
    private const string Application = "application";
    private const string Json = "json";

    public static bool SaysSo(HttpRequest request) => IsEmpty(request)
        || (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.Type.Equals(Application, StringComparison.OrdinalIgnoreCase)
            && (type.SubType.Equals(Json, StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals(Json, StringComparison.OrdinalIgnoreCase)));

    private static bool IsEmpty(HttpRequest request) =>
        request.ContentLength == 0 || request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false };
}
