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
