namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>A mistake in signing: a change of the right recipe, with what to say of it.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Aspect">What of the recipe it changes.</param>
/// <param name="Sentence">What was done and what is right. Holds nothing of a value.</param>
/// <param name="Lines">The lines that do it right.</param>
/// <param name="Change">The recipe as somebody follows it who makes the mistake.</param>
internal sealed record Mistake(string Id, MistakeKind Aspect, string Sentence, CodeExample Lines, Func<SignatureRecipe, SignatureRecipe> Change)
{
    public Frequency Commonness { get; init; } = Frequency.Occasional;

    public override string ToString() => Id;
}

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

/// <summary>How often a mistake is met: where several explain a digest, the more common one is told.</summary>
internal enum Frequency
{
    Common,
    Occasional,
    Rare,
}
