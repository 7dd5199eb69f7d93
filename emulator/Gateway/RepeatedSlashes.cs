namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>Takes repeated slashes in a path for one (T-13): the official SDK calls <c>//api/…</c>.</summary>
internal static class RepeatedSlashes
{
    public static Task FoldAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.Value is { } path && path.Contains("//", StringComparison.Ordinal))
            context.Request.Path = Folded(path);
        return next(context);
    }

    private static string Folded(string path)
    {
        while (path.Contains("//", StringComparison.Ordinal))
            path = path.Replace("//", "/", StringComparison.Ordinal);
        return path;
    }
}
