using System.Runtime.CompilerServices;

namespace VerifyXunit;

/// <summary>Compares a text with the approved one that lies beside the test, as Verify.Xunit does.</summary>
public static class Verifier
{
    public static SettingsTask Verify(string? target, string extension = "txt", [CallerFilePath] string sourceFile = "") =>
        new(UseVerifyAttribute.RunningTest, target, extension, Path.GetDirectoryName(sourceFile)!);
}
