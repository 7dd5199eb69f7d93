using System.Globalization;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Secrets;

/// <summary>An id for nobody to guess, drawn anew each time: it follows from no merchant's seed.</summary>
internal static class SecretId
{
    /// <summary>Of hexadecimal digits in lower case.</summary>
    public const int Length = 32;

    public static string Draw() => string.Create(CultureInfo.InvariantCulture, $"{Seed.Draw().Value:x16}{Seed.Draw().Value:x16}");

    /// <summary>Whether a text can be one.</summary>
    public static bool IsWellFormed(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
