namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>The options of curl that can stand in a call to be signed. All others are refused by name.</summary>
internal static class CurlOptions
{
    private static readonly Dictionary<string, CurlOption> s_known = new(StringComparer.Ordinal)
    {
        ["--url"] = CurlOption.Url,
        ["-X"] = CurlOption.Request,
        ["--request"] = CurlOption.Request,
        ["-G"] = CurlOption.Get,
        ["--get"] = CurlOption.Get,
        ["-d"] = CurlOption.Data,
        ["--data"] = CurlOption.Data,
        ["--data-ascii"] = CurlOption.Data,
        ["--data-binary"] = CurlOption.Data,
        ["--data-raw"] = CurlOption.DataRaw,
        ["--data-urlencode"] = CurlOption.DataUrlEncode,
        ["--json"] = CurlOption.Json,
        ["-F"] = CurlOption.Form,
        ["--form"] = CurlOption.Form,
        ["--form-string"] = CurlOption.FormString,
        ["-H"] = CurlOption.Header,
        ["--header"] = CurlOption.Header,
    };

    private static readonly string[] s_flags =
    [
        "-s", "--silent", "-S", "--show-error", "-v", "--verbose", "-i", "--include", "-k", "--insecure", "-L", "--location",
        "-f", "--fail", "--fail-with-body", "-g", "--globoff", "-N", "--no-buffer", "-#", "--progress-bar", "--compressed",
        "--no-progress-meter", "-4", "--ipv4", "-6", "--ipv6", "-0", "--http1.0", "--http1.1", "--http2",
    ];

    private static readonly string[] s_settings =
        ["-o", "--output", "-w", "--write-out", "-m", "--max-time", "--connect-timeout", "-A", "--user-agent"];

    /// <summary>What the option means, or <see langword="null"/> when it is not known.</summary>
    public static CurlOption? Find(string name) =>
        s_known.TryGetValue(name, out var option) ? option
        : s_flags.Contains(name, StringComparer.Ordinal) ? CurlOption.Flag
        : s_settings.Contains(name, StringComparer.Ordinal) ? CurlOption.Setting
        : null;

    public static bool TakesValue(this CurlOption option) => option is not (CurlOption.Flag or CurlOption.Get);
}
