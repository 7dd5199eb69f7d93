using System.Security.Cryptography;
using System.Text;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>Computes the digests somebody may have computed.</summary>
internal static class Hashing
{
    /// <summary>The longest digest, in bytes.</summary>
    public const int MaxLength = SHA512.HashSizeInBytes;

    public static int GetLength(DigestKind kind) => kind switch
    {
        DigestKind.Sha1 or DigestKind.HmacSha1 => SHA1.HashSizeInBytes,
        DigestKind.Sha256 or DigestKind.HmacSha256 => SHA256.HashSizeInBytes,
        DigestKind.Sha512 or DigestKind.HmacSha512 => SHA512.HashSizeInBytes,
        _ => MD5.HashSizeInBytes,
    };

    public static void Hash(DigestKind kind, ReadOnlySpan<byte> text, string key, Span<byte> digest) => _ = kind switch
    {
        DigestKind.Md5OfMd5 => Again(text, digest),
        DigestKind.HmacMd5 => HMACMD5.HashData(Encoding.UTF8.GetBytes(key), text, digest),
#pragma warning disable CA5350 // To recognise SHA-1 where somebody used it, not to protect anything.
        DigestKind.Sha1 => SHA1.HashData(text, digest),
        DigestKind.HmacSha1 => HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), text, digest),
#pragma warning restore CA5350
        DigestKind.Sha256 => SHA256.HashData(text, digest),
        DigestKind.HmacSha256 => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), text, digest),
        DigestKind.Sha512 => SHA512.HashData(text, digest),
        DigestKind.HmacSha512 => HMACSHA512.HashData(Encoding.UTF8.GetBytes(key), text, digest),
        _ => MD5.HashData(text, digest),
    };

    // md5(md5(text)) in PHP hashes the hex of the first.
    private static int Again(ReadOnlySpan<byte> text, Span<byte> digest)
    {
        Span<byte> hex = stackalloc byte[MD5.HashSizeInBytes * 2];
        MD5.HashData(text, digest);
        Convert.TryToHexStringLower(digest[..MD5.HashSizeInBytes], hex, out _);
        return MD5.HashData(hex, digest);
    }
}
