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

/// <summary>The fields that the documentation names for an operation (docs/protocol.md, sections 3, 5 and 6).</summary>
internal sealed record DocumentedFields(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    private static readonly string[] s_always = [Fields.MerchantId, Fields.Salt];

    private static readonly DocumentedFields s_toCard = new(
        [.. s_always, Fields.OrderId, Fields.Amount, Fields.PaymentTo, Fields.Description, Fields.PostLink],
        [Fields.UserId, Fields.CardName, Fields.Currency, Fields.IdempotencyKey]);

    private static readonly DocumentedFields s_toIban = new(
        [.. s_always, Fields.OrderId, Fields.Amount, Fields.RecipientIban, Fields.RecipientIin, Fields.RecipientName, Fields.RecipientKbe, Fields.PurposeCode, Fields.BankBik, Fields.PostLink],
        [Fields.Description, Fields.IdempotencyKey]);

    private static readonly DocumentedFields s_olderToIban = new(
        [.. s_always, Fields.OrderId, Fields.Amount, Fields.Description, Fields.UserId, Fields.RecipientBankBic, Fields.RecipientIban, Fields.RecipientIinOrBin, Fields.RecipientName],
        [Fields.PostLink, Fields.IdempotencyKey]);

    private static readonly DocumentedFields s_toToken = new(
        [.. s_always, Fields.OrderId, Fields.Amount, Fields.Description, Fields.OrderTimeLimit, Fields.UserId, Fields.PostLink, Fields.CardTokenTo],
        [Fields.CardIdTo, Fields.IdempotencyKey]);

    private static readonly DocumentedFields s_byPage = new(
        [.. s_always, Fields.OrderId, Fields.Amount, Fields.Description, Fields.OrderTimeLimit, Fields.BackLink, Fields.PostLink],
        [Fields.PaymentRoute, Fields.UserId, Fields.UserEmail, Fields.IdempotencyKey]);

    private static readonly DocumentedFields s_cardSaving = new([.. s_always, Fields.UserId, Fields.PostLink, Fields.BackLink], []);

    private static readonly DocumentedFields s_balance = new(s_always, [Fields.Currency]);

    private static readonly DocumentedFields s_status = new(s_always, [Fields.OrderId, Fields.PaymentId]);

    private static readonly DocumentedFields s_none = new([], []);

    public IEnumerable<string> All => Required.Concat(Optional);

    public static DocumentedFields Find(string script) => script switch
    {
        "p2p2nonreg" => s_toCard,
        "to_iban" => s_toIban,
        "iban_payout" => s_olderToIban,
        "reg2reg" => s_toToken,
        "reg2nonreg" => s_byPage,
        "add" => s_cardSaving,
        "balance_status" => s_balance,
        "payout_status" or "payout_status2" or "payment_status" or "payment_status2" or "get_status2.php" => s_status,
        _ => s_none,
    };
}
