using System.Security.Cryptography;
using System.Text;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>The one stylesheet of the pages, and the hash by which the browser is told to apply it and no other.</summary>
internal static class PageStyle
{
    public static string Css { get; } = Read();

    public static string Source { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";

    // The browser hashes what it parsed, with line ends as in HTML: a checkout with others must not break the hash.
    private static string Read()
    {
        using var reader = new StreamReader(typeof(PageStyle).Assembly.GetManifestResourceStream("pages/page.css")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
