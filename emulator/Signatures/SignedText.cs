namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>Puts together, part by part, the text that a recipe signs.</summary>
internal static class SignedText
{
    public static List<TextPart> Build(SignatureRecipe recipe) => Build(recipe, recipe.Order);

    /// <summary>The text with its values in an order that is known already.</summary>
    public static List<TextPart> Build(SignatureRecipe recipe, int[] order)
    {
        var parts = new List<TextPart>();
        Compose(recipe, order, parts);
        return parts;
    }

    public static void Compose(SignatureRecipe recipe, int[] order, List<TextPart> parts)
    {
        parts.Clear();
        Add(parts, PartKind.Join, recipe.Ends.Before);
        var start = parts.Count;

        if (recipe.SecretPlace == SecretPlace.First)
            AddSecret(recipe, parts);
        if (recipe.Script is { } script)
        {
            Join(recipe, parts, start);
            parts.Add(new TextPart(PartKind.Script, script));
        }

        if (recipe.SecretPlace == SecretPlace.AfterScript)
        {
            Join(recipe, parts, start);
            AddSecret(recipe, parts);
        }

        foreach (var number in order)
        {
            if (!recipe.Taken[number])
                continue;
            Join(recipe, parts, start);
            if (recipe.WithNames)
                parts.Add(new TextPart(PartKind.Field, $"{recipe.Fields.All[number].Path}=", number));
            parts.Add(new TextPart(PartKind.Field, recipe.Texts[number], number));
        }

        if (recipe.SecretPlace == SecretPlace.Last)
            Join(recipe, parts, start);
        if (recipe.SecretPlace is SecretPlace.Last or SecretPlace.GluedToLastValue)
            AddSecret(recipe, parts);
        Add(parts, PartKind.Join, recipe.Ends.After);
    }

    private static void Join(SignatureRecipe recipe, List<TextPart> parts, int start)
    {
        if (parts.Count > start)
            Add(parts, PartKind.Join, recipe.Separator);
    }

    private static void AddSecret(SignatureRecipe recipe, List<TextPart> parts)
    {
        Add(parts, PartKind.Join, recipe.AroundSecret.Before);
        parts.Add(new TextPart(PartKind.Secret, recipe.Secret));
        Add(parts, PartKind.Join, recipe.AroundSecret.After);
    }

    private static void Add(List<TextPart> parts, PartKind kind, string text)
    {
        if (text.Length > 0)
            parts.Add(new TextPart(kind, text));
    }
}

/// <summary>What a part of a signed text is.</summary>
internal enum PartKind
{
    Join,
    Script,
    Field,
    Secret,
}

/// <summary>A part of a signed text, with the number of its field where it is one's.</summary>
internal readonly record struct TextPart(PartKind Kind, string Text, int Field = -1)
{
    /// <summary>Never with the text: it may be the secret.</summary>
    public override string ToString() => $"{Kind}";
}
