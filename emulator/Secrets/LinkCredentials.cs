using System.Text;
using System.Text.RegularExpressions;

namespace FreedomPaySandbox.Emulator.Secrets;

/// <summary>The user name and password that an address may carry: sent as HTTP Basic authentication, and shown to nobody.</summary>
internal static partial class LinkCredentials
{
    /// <summary>Whether a text holds an address that carries credentials.</summary>
    public static bool AreIn(ReadOnlySpan<char> text) =>
        text.Contains('@') && text.IndexOf("://", StringComparison.Ordinal) >= 0 && InAddress().IsMatch(text);

    /// <summary>A text with dots for the credentials of each address in it.</summary>
    public static string Hide(string text) => AreIn(text) ? InAddress().Replace(text, Redaction.Dots) : text;

    /// <summary>What an address asks to send in the header Authorization, if it carries credentials.</summary>
    public static string? GetBasic(Uri link) => link.UserInfo.Length == 0
        ? null
        : Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(link.UserInfo)));

    // Up to the last sign of an authority: a password that holds one itself is hidden as a whole.
    [GeneratedRegex(@"(?<=://)[^/?#\s]+(?=@)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InAddress();
}
