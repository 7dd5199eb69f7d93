namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>Takes repeated slashes in a path for one (T-13): the official SDK calls <c>//api/…</c>.</summary>
internal static class RepeatedSlashes
{
    public static Task FoldAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        while (path.Contains("//", StringComparison.Ordinal))
            path = path.Replace("//", "/", StringComparison.Ordinal);
        context.Request.Path = path;
        return next(context);
    }
}
