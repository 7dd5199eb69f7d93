using FreedomPaySandbox.Emulator.Gateway;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FreedomPaySandbox.Emulator.Hosting;

/// <summary>
/// How much of a request, of its time and of connections the web server takes. Beyond it answers 408, 413, 414 or 431, or hangs up.
/// </summary>
internal static class ServerLimits
{
    /// <summary>Each may hold a message of a megabyte; far more than any test opens, and few enough to fit into memory.</summary>
    public const int Connections = 10_000;

    public const int HeaderCount = 100;

    public const int HeaderBytes = 32 * 1024;

    public const int RequestLineBytes = 32 * 1024;

    private const double BodyBytesPerSecond = 240;

    private static readonly TimeSpan s_bodyGrace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan s_headers = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan s_keptAlive = TimeSpan.FromMinutes(2);

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = RequestReader.Limits.MaxLength;
        limits.MaxRequestLineSize = RequestLineBytes;
        limits.MaxRequestHeaderCount = HeaderCount;
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxConcurrentConnections = Connections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.RequestHeadersTimeout = s_headers;
        limits.KeepAliveTimeout = s_keptAlive;
        limits.MinRequestBodyDataRate = new MinDataRate(BodyBytesPerSecond, s_bodyGrace);
    }
}
