using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace FreedomPaySandbox.Emulator.Admin;

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
