using FreedomPaySandbox.Emulator.Signatures.Mistakes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>Says what is wrong with a signature: which mistake, or which two together, give the digest that was received.</summary>
internal sealed class SignatureDoctor
{
    private readonly SignatureCase _call;
    private readonly CaseMask _mask;
    private readonly SignatureRecipe _right;

    private SignatureDoctor(SignatureCase call)
    {
        _call = call;
        _mask = new CaseMask(call);
        _right = SignatureRecipe.Right(new SignedFields(call.Fields, _mask.Hide(call.Fields), call.Script), call.Script, call.Secret);
    }

    /// <summary>The diagnosis, or <see langword="null"/> when the signature is right.</summary>
    public static Diagnosis? Examine(SignatureCase call) =>
        Signature.Verify(call.Script, call.Fields, call.Secret) ? null : new SignatureDoctor(call).Examine();

    private Diagnosis Examine()
    {
        var received = _call.Fields[Fields.Signature];
        if (_call.Fields.GetCount(Fields.Signature) > 1)
            return Tell([MessageMistakes.SignatureRepeated], search: null);
        if (received is null)
            return Tell([MessageMistakes.SignatureMissing, .. Salt()], search: null);
        if (ReceivedDigest.Read(received) is not { } digest)
            return Tell([received.Length == 0 ? MessageMistakes.SignatureEmpty : MessageMistakes.NoDigest(received.Length), .. Salt()], search: null);

        var found = new MistakeSearch(_right, digest).Find(KnownMistakes.All(_call, _right.Fields, _mask));
        return found is null ? Tell([.. digest.Writing, .. Salt()], search: null, isKnown: false) : Tell([.. Salt(), .. found, .. digest.Writing], found);
    }

    // S-13: without a salt a signature is wrong, whatever else it is.
    private Mistake[] Salt() => _call.Fields.GetCount(Fields.Salt) == 0 ? [MessageMistakes.SaltMissing] : [];

    private Diagnosis Tell(IReadOnlyList<Mistake> mistakes, IReadOnlyList<Mistake>? search, bool isKnown = true)
    {
        var right = new ShownText(_right, _right.Shown, _mask);
        var signed = search is null ? null : new ShownText(Follow(_right, search), Follow(_right.Shown, search), _mask);
        var difference = signed is null ? null : right.FindFirstDifference(signed);
        var (cut, cutSigned, cutDifference) = DiagnosisCut.Apply(right.Text, signed?.Text, difference);
        return new Diagnosis(
            isKnown ? [.. mistakes.Select(static mistake => mistake.Id)] : [Diagnosis.NoneOfThese],
            string.Join(' ', isKnown ? mistakes.Select(static mistake => mistake.Sentence) : [MessageMistakes.NothingFound, .. mistakes.Select(static mistake => mistake.Sentence)]),
            cut,
            cutSigned,
            cutDifference,
            [.. mistakes.Select(static mistake => mistake.Lines).Distinct()]);
    }

    private static SignatureRecipe Follow(SignatureRecipe recipe, IReadOnlyList<Mistake> mistakes) =>
        mistakes.Aggregate(recipe, static (followed, mistake) => mistake.Change(followed));
}
