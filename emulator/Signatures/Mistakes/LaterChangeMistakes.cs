using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>A call that was signed, and then changed by a field: what is sent is not what was signed (S-3, S-5).</summary>
internal static class LaterChangeMistakes
{
    // A message of many fields is looked at field by field last.
    private const int FewFields = 40;

    private static readonly CodeExample s_lines = new(
        "$params['pg_sig'] = $sig; // last: change nothing between signing and sending",
        "fields[\"pg_sig\"] = sig; // last: change nothing between signing and sending",
        "params.pg_sig = sig; // last: change nothing between signing and sending",
        "params[\"pg_sig\"] = sig  # last: change nothing between signing and sending",
        "params[\"pg_sig\"] = sig // last: change nothing between signing and sending");

    public static IEnumerable<Mistake> Create(IReadOnlyList<SignedField> fields, CaseMask mask)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var number = i;
            var path = mask.HideName(fields[i].Path);
            var isSalt = fields[i].Path == Fields.Salt;
            var commonness = i < FewFields ? Frequency.Occasional : Frequency.Rare;
            if (fields[i].Origin == FieldOrigin.Sent && !isSalt)
                yield return Create("field-left-out", MistakeKind.OneField, commonness, $"{path} was not signed: left out, or added to the call after it was signed; every field takes part (S-3).", recipe => recipe.Without((_, at) => at == number));

            if (fields[i].Origin == FieldOrigin.Sent && fields[i].Value.Length > 0)
            {
                var (id, aspect) = isSalt ? ("salt-empty", MistakeKind.Salt) : ("field-empty-when-signed", MistakeKind.OneField);
                yield return Create(id, aspect, commonness, $"{path} was still empty when the call was signed, and got its value afterwards (S-5).", recipe => Emptied(recipe, number));
            }

            if (fields[i].Origin == FieldOrigin.NotSent)
                yield return Create("field-not-sent", MistakeKind.OneField, commonness, $"{path} was signed empty, and then not sent; sign what is sent, or send it empty (S-4).", recipe => recipe.WithAlso((_, at) => at == number));
        }

        const string All = "All optional fields were signed, those without a value empty, and then not sent; sign what is sent, or send them empty (S-4).";
        yield return Create("field-not-sent", MistakeKind.OneField, Frequency.Occasional, All, static recipe => recipe.WithAlso(static (field, _) => field.Origin == FieldOrigin.NotSent));
    }

    private static SignatureRecipe Emptied(SignatureRecipe recipe, int number)
    {
        string[] texts = [.. recipe.Texts];
        texts[number] = "";
        return recipe with { Texts = texts };
    }

    private static Mistake Create(string id, MistakeKind aspect, Frequency commonness, string sentence, Func<SignatureRecipe, SignatureRecipe> change) =>
        new(id, aspect, sentence, s_lines, change) { Commonness = commonness };
}
