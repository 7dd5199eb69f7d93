using System.Security.Cryptography;
using System.Text;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>What opens the admin API to who has it. Prints as dots, so that no log or error can show it by accident.</summary>
internal sealed class AdminToken
{
    private const int MinLength = 8;

    private readonly byte[] _digest;

    private AdminToken(string text) => _digest = GetDigest(text);

    /// <summary>The token, or none when the text is too short to be one or no header can carry it.</summary>
    public static AdminToken? TryCreate(string text) =>
        text.Length >= MinLength && text.All(character => character is > ' ' and <= '~') ? new AdminToken(text) : null;

    /// <summary>Whether the text is the token; takes as long whatever differs, its length included.</summary>
    public bool Is(string text) => CryptographicOperations.FixedTimeEquals(_digest, GetDigest(text));

    public override string ToString() => "••••••";

    private static byte[] GetDigest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
