using System.Security.Cryptography;
using System.Text;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>The stylesheet or the script: a browser may keep it as long as it likes, because its address changes with it.</summary>
internal sealed class DashboardAsset : IResult
{
    private readonly byte[] _body;
    private readonly string _contentType;

    private DashboardAsset(string name, string contentType)
    {
        using var stream = typeof(DashboardAsset).Assembly.GetManifestResourceStream($"dashboard/{name}")!;
        using var reader = new StreamReader(stream);
        Text = reader.ReadToEnd();
        (_body, _contentType) = (Encoding.UTF8.GetBytes(Text), contentType);
        (Path, Address) = ($"{DashboardPaths.Root}/{name}", $"{DashboardPaths.Root}/{name}?{Convert.ToHexStringLower(SHA256.HashData(_body))[..12]}");
    }

    public static DashboardAsset Style { get; } = new("dashboard.css", "text/css; charset=utf-8");

    public static DashboardAsset Script { get; } = new("dashboard.js", "text/javascript; charset=utf-8");

    public string Text { get; }

    public string Path { get; }

    /// <summary>The path with what tells its versions apart.</summary>
    public string Address { get; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = _contentType;
        response.ContentLength = _body.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(_body, httpContext.RequestAborted);
    }
}
