using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Admin;

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
