namespace FreedomPaySandbox.Emulator.Text;

/// <summary>Lengths in Unicode code points.</summary>
internal static class TextLength
{
    /// <summary>Whether a text has at most that many code points. It has no more of them than UTF-16 units.</summary>
    public static bool IsAtMost(string text, int length) => text.Length <= length || text.EnumerateRunes().Count() <= length;
}
