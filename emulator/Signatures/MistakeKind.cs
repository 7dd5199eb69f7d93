namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>
/// What of a recipe a mistake changes. Two mistakes of different aspects can be made together; their order here is that in which
/// they then happen.
/// </summary>
[Flags]
internal enum MistakeKind
{
    None = 0,
    Script = 1 << 0,
    Secret = 1 << 1,
    SecretPlace = 1 << 2,
    Order = 1 << 3,
    Nesting = 1 << 4,
    Foreign = 1 << 5,
    Repeated = 1 << 6,
    OwnSignature = 1 << 7,
    Salt = 1 << 8,
    OneField = 1 << 9,
    Amount = 1 << 10,
    Spaces = 1 << 11,
    Empty = 1 << 12,
    Escapes = 1 << 13,
    Charset = 1 << 14,
    Names = 1 << 15,
    Separator = 1 << 16,
    Ends = 1 << 17,
    Digest = 1 << 18,
    Writing = 1 << 19,
}
