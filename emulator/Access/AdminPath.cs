namespace FreedomPaySandbox.Emulator.Access;

/// <summary>Where the admin API is.</summary>
internal static class AdminPath
{
    public const string Root = "/__admin";

    /// <summary>Whether a request is for the admin API.</summary>
    public static bool Contains(HttpRequest request) =>
        request.Path.Value is ['/', '_', ..] && request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);
}
