namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>Where the server is told to listen.</summary>
internal static class ListenAddress
{
    /// <summary>
    /// Localhost stands for two addresses, which cannot be given one free port between them: port 0 is taken on the IPv4 one.
    /// </summary>
    public static string Parse(string url) => new Uri(url) is { Port: 0, Host: "localhost" } ? "http://127.0.0.1:0" : url;
}
