namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>The right text hashed with something else than MD5.</summary>
internal static class DigestMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        Create("digest-sha1", DigestKind.Sha1, "The text was hashed with SHA-1; the digest is MD5."),
        Create("digest-sha256", DigestKind.Sha256, "The text was hashed with SHA-256; the digest is MD5."),
        Create("digest-sha512", DigestKind.Sha512, "The text was hashed with SHA-512; the digest is MD5."),
        Create("digest-md5-twice", DigestKind.Md5OfMd5, "The text was hashed twice; it is hashed once."),
        .. Keyed("digest-hmac-md5", DigestKind.HmacMd5, "HMAC-MD5"),
        .. Keyed("digest-hmac-sha1", DigestKind.HmacSha1, "HMAC-SHA-1"),
        .. Keyed("digest-hmac-sha256", DigestKind.HmacSha256, "HMAC-SHA-256"),
        .. Keyed("digest-hmac-sha512", DigestKind.HmacSha512, "HMAC-SHA-512"),
    ];

    // The secret is the key, and may stand in the text as well.
    private static Mistake[] Keyed(string id, DigestKind kind, string name)
    {
        var sentence = $"The digest is {name} with the secret as its key; it is plain MD5, and the secret stands last in the text.";
        return
        [
            Create(id, kind, sentence) with { Aspect = MistakeKind.Digest | MistakeKind.SecretPlace, Change = recipe => recipe with { Digest = kind, SecretPlace = SecretPlace.Nowhere } },
            Create(id, kind, sentence),
        ];
    }

    private static Mistake Create(string id, DigestKind kind, string sentence) =>
        new(id, MistakeKind.Digest, sentence, WritingMistakes.Lines, recipe => recipe with { Digest = kind });
}
