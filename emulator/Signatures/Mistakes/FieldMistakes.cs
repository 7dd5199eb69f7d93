using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>Fields left out that take part, or <c>pg_sig</c> itself taken in (S-3, S-4, S-7).</summary>
internal static class FieldMistakes
{
    private static readonly CodeExample s_allFields = new(
        "unset($params['pg_sig']); // all other fields take part, empty and unknown ones too",
        "var signed = fields.Where(field => field.Key != \"pg_sig\"); // all others, empty ones too",
        "const { pg_sig, ...signed } = params; // all others, empty ones too",
        "signed = {name: v for name, v in params.items() if name != \"pg_sig\"}  # empty ones too",
        "delete(params, \"pg_sig\") // all other fields take part, empty ones too");

    private static readonly string[] s_words = ["null", "None", "undefined", "NULL", "nil", "false", "0", "-"];

    public static IEnumerable<Mistake> All(SignatureCase call, SignedFields fields)
    {
        var documented = DocumentedFields.Find(call.Script);
        string[] all = [.. documented.All];
        var sentence = "Fields that the documentation does not name were left out; every field that is sent takes part (S-3).";
        yield return LeftOut("fields-unknown-left-out", MistakeKind.Foreign, sentence, field => !field.Path.StartsWith("pg_", StringComparison.Ordinal)) with { Commonness = Frequency.Common };
        if (all.Length > 0)
        {
            yield return LeftOut("fields-unknown-left-out", MistakeKind.Foreign, sentence, field => !IsAmong(field, all)) with { Commonness = Frequency.Common };
            yield return LeftOut("fields-optional-left-out", MistakeKind.Foreign, "Only the required fields were signed; every field that is sent takes part (S-3).", field => !IsAmong(field, documented.Required));
        }

        yield return Empty("fields-empty-left-out", "Empty fields were left out; an empty value has its place: two semicolons in a row (S-4).", static text => text.Length == 0) with { Commonness = Frequency.Common };
        yield return Empty("fields-empty-left-out", "Empty fields were left out, and those that are 0, as array_filter does in PHP; all of them take part (S-4).", static text => text is "" or "0") with { Commonness = Frequency.Common };
        foreach (var word in s_words)
        {
            var asWord = $"An empty value was signed as {word}; it is signed as nothing: two semicolons in a row (S-4).";
            yield return new Mistake("empty-as-word", MistakeKind.Empty, asWord, s_allFields, recipe => recipe.Map(text => text.Length == 0 ? word : text)) { Commonness = Frequency.Rare };
        }

        yield return Repeated("repeated-last-only", "last", Namesakes(fields, isLastKept: true));
        yield return Repeated("repeated-first-only", "first", Namesakes(fields, isLastKept: false));

        yield return OwnSignature("sig-included-empty", "", $"{Fields.Signature} was signed too, while it was still empty; it is the one field that does not take part (S-3).") with { Commonness = Frequency.Common };
        yield return OwnSignature("sig-included", Signature.Compute(call.Script, call.Fields, call.Secret), $"The call was signed twice, the second time with the first {Fields.Signature} among its fields; that one does not take part (S-3).") with { Commonness = Frequency.Common };

        yield return LeftOut("salt-left-out", MistakeKind.Salt, $"{Fields.Salt} was left out; it takes part as every field does (S-3).", static field => field.Path == Fields.Salt) with { Commonness = Frequency.Common };
    }

    private static Mistake LeftOut(string id, MistakeKind aspect, string sentence, Func<SignedField, bool> isLeftOut) =>
        new(id, aspect, sentence, s_allFields, recipe => recipe.Without((field, _) => isLeftOut(field)));

    private static Mistake Repeated(string id, string which, HashSet<int> leftOut) => new(
        id, MistakeKind.Repeated, $"Of fields of one name only the {which} was signed; all stand there, in the order in which they are sent (S-7).", s_allFields,
        recipe => recipe.Without((_, number) => leftOut.Contains(number)));

    private static Mistake Empty(string id, string sentence, Func<string, bool> isEmpty) => new(
        id, MistakeKind.Empty, sentence, s_allFields, recipe => recipe with { Taken = [.. recipe.Taken.Select((taken, number) => taken && !isEmpty(recipe.Texts[number]))] });

    private static Mistake OwnSignature(string id, string value, string sentence) => new(
        id, MistakeKind.OwnSignature, sentence, s_allFields, recipe => recipe
            .WithAlso(static (field, _) => field.Origin == FieldOrigin.Signature)
            .Map((field, text) => field.Origin == FieldOrigin.Signature ? value : text));

    private static bool IsAmong(SignedField field, IReadOnlyList<string> names) => names.Contains(field.Path.Split('[')[0], StringComparer.Ordinal);

    // The numbers of the fields that have a namesake which is kept.
    private static HashSet<int> Namesakes(SignedFields fields, bool isLastKept) =>
    [
        .. fields.All.Index()
            .Where(static field => field.Item.Origin == FieldOrigin.Sent)
            .GroupBy(static field => field.Item.Path, static field => field.Index, StringComparer.Ordinal)
            .SelectMany(numbers => isLastKept ? numbers.SkipLast(1) : numbers.Skip(1)),
    ];
}
