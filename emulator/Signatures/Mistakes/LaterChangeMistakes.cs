using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>A call that was signed, and then changed by a field: what is sent is not what was signed (S-3, S-5).</summary>
internal static class LaterChangeMistakes
{
    // A message of many fields is looked at field by field last.
    private const int FewFields = 40;

    private static readonly CodeLines s_lines = new(
        "$params['pg_sig'] = $sig; // last: change nothing between signing and sending",
        "fields[\"pg_sig\"] = sig; // last: change nothing between signing and sending",
        "params.pg_sig = sig; // last: change nothing between signing and sending",
        "params[\"pg_sig\"] = sig  # last: change nothing between signing and sending",
        "params[\"pg_sig\"] = sig // last: change nothing between signing and sending");

    public static IEnumerable<Mistake> Of(IReadOnlyList<SignedField> fields, CaseMask mask)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var number = i;
            var path = mask.HideName(fields[i].Path);
            var isSalt = fields[i].Path == Fields.Salt;
            var commonness = i < FewFields ? Commonness.Occasional : Commonness.Rare;
            if (fields[i].Origin == FieldOrigin.Sent && !isSalt)
            {
                yield return new Mistake(
                    "field-left-out", Aspect.OneField, $"{path} was not signed: left out, or added to the call after it was signed; every field takes part (S-3).", s_lines,
                    recipe => recipe.Without((_, at) => at == number)) with { Commonness = commonness };
            }

            if (fields[i].Origin == FieldOrigin.Sent && fields[i].Value.Length > 0)
            {
                yield return new Mistake(
                    isSalt ? "salt-empty" : "field-empty-when-signed", isSalt ? Aspect.Salt : Aspect.OneField, $"{path} was still empty when the call was signed, and got its value afterwards (S-5).", s_lines,
                    recipe => recipe with { Texts = [.. recipe.Texts.Select((text, at) => at == number ? "" : text)] }) with { Commonness = commonness };
            }

            if (fields[i].Origin == FieldOrigin.NotSent)
            {
                yield return new Mistake(
                    "field-not-sent", Aspect.OneField, $"{path} was signed empty, and then not sent; sign what is sent, or send it empty (S-4).", s_lines,
                    recipe => recipe.WithAlso((_, at) => at == number)) with { Commonness = commonness };
            }
        }

        yield return new Mistake(
            "field-not-sent", Aspect.OneField, "All optional fields were signed, those without a value empty, and then not sent; sign what is sent, or send them empty (S-4).", s_lines,
            static recipe => recipe.WithAlso(static (field, _) => field.Origin == FieldOrigin.NotSent));
    }
}
