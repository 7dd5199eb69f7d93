namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>What a text is hashed with; only the first is right.</summary>
internal enum DigestKind
{
    Md5,
    Md5OfMd5,
    HmacMd5,
    Sha1,
    HmacSha1,
    Sha256,
    HmacSha256,
    Sha512,
    HmacSha512,
}
