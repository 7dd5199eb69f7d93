using System.Text;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>A secret in a file of its own, as Docker and Kubernetes hand them out.</summary>
internal static class SecretFile
{
    private const int MaxBytes = 4096;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>
    /// The secret without the newline that editors leave at its end; or what is expected instead. Never with the path: somebody may have
    /// put the secret in its place.
    /// </returns>
    public static (string? Text, string? Problem) Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[MaxBytes + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MaxBytes)
                return (null, $"the path of a file with a secret in it, which has at most {MaxBytes} bytes");
            var text = WithoutNewline(s_strict.GetString(WithoutMark(bytes.AsSpan(0, length))));
            if (SettingText.HasControls(text))
                return (null, "the path of a file with a secret in it, on one line and without control characters");
            return text.Length > 0 ? (text, null) : (null, "the path of a file with a secret in it, and that one is empty");
        }
        catch (DecoderFallbackException)
        {
            return (null, "the path of a file with a secret in it, in UTF-8");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, fault is FileNotFoundException or DirectoryNotFoundException or ArgumentException
                ? "the path of a file with a secret in it, and there is none"
                : "the path of a file with a secret in it that can be read");
        }
    }

    /// <summary>One of two is a leftover, and nobody knows which.</summary>
    public static string GivenTwice(string variable, string fileVariable) => $"{variable} and {fileVariable} are both set. Keep one of them.";

    // Editors of Windows put it there; nobody means it.
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    private static string WithoutNewline(string text)
    {
        if (text.EndsWith("\r\n", StringComparison.Ordinal))
            return text[..^2];
        return text.EndsWith('\n') ? text[..^1] : text;
    }
}

/// <summary>Variables of secrets as commands besides <c>serve</c> read them: the secret itself, or the file that it stands in.</summary>
internal static class SecretVariables
{
    private const string FileEnding = "_FILE";

    /// <summary>What a variable says, itself or by its file.</summary>
    public static string? GetName(string name) =>
        Environment.GetEnvironmentVariable(name) ?? (Environment.GetEnvironmentVariable(name + FileEnding) is { } path ? SecretFile.Read(path).Text : null);

    /// <summary>What is wrong with the files that variables name, in one sentence each.</summary>
    public static IEnumerable<string> Problems() =>
        from name in SandboxSettingTable.All.Select(setting => setting.FileVariable).Concat(MerchantSettingTable.All.Select(setting => setting.FileVariable)).OfType<string>()
        let path = Environment.GetEnvironmentVariable(name)
        where path is not null
        let problem = Environment.GetEnvironmentVariable(name[..^FileEnding.Length]) is not null
            ? SecretFile.GivenTwice(name[..^FileEnding.Length], name)
            : SecretFile.Read(path).Problem is { } expected ? $"{name}: expected {expected}." : null
        where problem is not null
        select problem;
}
