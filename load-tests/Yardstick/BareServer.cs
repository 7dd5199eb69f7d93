using Microsoft.AspNetCore.Builder;

namespace FreedomPaySandbox.Yardstick;

/// <summary>A web server with nothing in it.</summary>
internal static class BareServer
{
    public static WebApplication At(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder.Build();
    }
}
