namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>Values in another order than that of their names, byte by byte (S-2).</summary>
internal static class OrderMistakes
{
    private static readonly CodeExample s_lines = new(
        "ksort($params, SORT_STRING);",
        "var values = fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value);",
        "const values = Object.keys(params).sort().map(name => params[name]);",
        "values = [params[name] for name in sorted(params)]",
        "slices.Sort(names) // then values in the order of names");

    public static IReadOnlyList<Mistake> All { get; } =
    [
        Create("order-as-sent", FieldSort.AsSent, "The values were not sorted: they stand in the order in which they were sent; sort them by the names of their fields (S-2).") with { Commonness = Frequency.Common },
        Create("order-by-value", FieldSort.ByValue, "The values were sorted themselves, as sort() does in PHP; sort them by the names of their fields (S-2).") with { Commonness = Frequency.Common },
        Create("order-culture", FieldSort.Culture, "The names were sorted as a culture sorts words; sort them byte by byte: digits, upper case, _, lower case (S-2).") with { Commonness = Frequency.Common },
        Create("order-case-insensitive", FieldSort.UpperCased, "The names were sorted without regard to case; sort them byte by byte: digits, upper case, _, lower case (S-2)."),
        Create("order-case-insensitive", FieldSort.LowerCased, "The names were sorted without regard to case; sort them byte by byte: digits, upper case, _, lower case (S-2)."),
        Create("order-natural", FieldSort.Natural, "The digits in names were sorted as numbers; sort names byte by byte, so that pg_10 stands before pg_2 (S-2)."),
        Create("order-reverse", FieldSort.Reverse, "The values were sorted the other way round; the names of their fields ascend (S-2)."),
    ];

    private static Mistake Create(string id, FieldSort sort, string sentence) => new(id, MistakeKind.Order, sentence, s_lines, recipe => recipe with { Sort = sort });
}

/// <summary>Nested fields anywhere else than in the place of their parent, sorted among themselves (S-6).</summary>
internal static class NestingMistakes
{
    private static readonly CodeExample s_lines = new(
        "function values(array $p): array { ksort($p, SORT_STRING);\n    $flat = fn($v) => is_array($v) ? values($v) : [$v];\n    return array_merge(...array_map($flat, array_values($p))); }",
        "IEnumerable<string> Values(Node n) => n.Children\n    .OrderBy(c => c.Name, StringComparer.Ordinal)\n    .SelectMany(c => c.Children.Count > 0 ? Values(c) : [c.Value]);",
        "const values = p => Object.keys(p).sort()\n    .flatMap(name => typeof p[name] === 'object' ? values(p[name]) : [p[name]]);",
        "def values(p):\n    flat = lambda v: values(v) if isinstance(v, dict) else [v]\n    return [v for name in sorted(p) for v in flat(p[name])]",
        "for _, name := range slices.Sorted(maps.Keys(p)) { // p[name] is a text or another map\n    values = append(values, flat(p[name])...) // flat does the same with a map\n}");

    public static IReadOnlyList<Mistake> All { get; } =
    [
        Create("nested-flattened", "Nested fields were sorted on one level by their whole names, name[sub]; they stand in the place of their parent, sorted among themselves (S-6).", recipe => recipe with { Nesting = Nesting.OneLevelByPath }) with { Commonness = Frequency.Common },
        Create("nested-by-own-name", "Nested fields were sorted by their own names among all others; they stand in the place of their parent, sorted among themselves (S-6).", recipe => recipe with { Nesting = Nesting.OneLevelByOwnName }),
        Create("nested-unsorted", "Nested fields stand in the order in which they were sent; below their parent they are sorted by name too (S-6).", recipe => recipe with { Nesting = Nesting.ChildrenAsSent }) with { Commonness = Frequency.Common },
        Create("nested-left-out", "Nested fields were left out; they take part, in the place of their parent (S-6).", recipe => recipe.Without((field, _) => field.IsNested)),
        Create("nested-as-text", "A nested field was signed as one text of JSON; its children are signed one by one, in the place of their parent (S-6).", recipe => AsText(recipe, json => json)),
        Create("nested-as-text", "A nested field was signed as the word Array, which PHP makes of it; its children are signed one by one, in the place of their parent (S-6).", recipe => AsText(recipe, _ => "Array")),
        Create("nested-as-text", "A nested field was signed as [object Object], which JavaScript makes of it; its children are signed one by one, in the place of their parent (S-6).", recipe => AsText(recipe, _ => "[object Object]")),
    ];

    private static SignatureRecipe AsText(SignatureRecipe recipe, Func<string, string> write) => recipe
        .Without(static (field, _) => field.IsNested)
        .WithAlso(static (field, _) => field.Origin == FieldOrigin.ParentAsText)
        .Map((field, text) => field.Origin == FieldOrigin.ParentAsText ? write(text) : text);

    private static Mistake Create(string id, string sentence, Func<SignatureRecipe, SignatureRecipe> change) => new(id, MistakeKind.Nesting, sentence, s_lines, change);
}

/// <summary>Script, values and secret joined with something else than one semicolon between two of them.</summary>
internal static class JoinMistakes
{
    private static readonly (string Separator, string Name)[] s_separators =
    [
        ("&", "&"), (",", "a comma"), ("|", "|"), (":", "a colon"), (" ", "a space"), ("\n", "a line end"), ("; ", "a semicolon and a space"),
        ("-", "a dash"), (".", "a dot"), ("_", "_"), ("+", "+"), ("/", "a slash"),
    ];

    private static readonly CodeExample s_lines = new(
        "$text = implode(';', [$script, ...array_values($params), $secret]);",
        "var text = string.Join(';', [script, .. values, secret]);",
        "const text = [script, ...values, secret].join(';');",
        "text = \";\".join([script, *values, secret])",
        "text := strings.Join(slices.Concat([]string{script}, values, []string{secret}), \";\")");

    public static IReadOnlyList<Mistake> All { get; } =
    [
        Create("names-signed", MistakeKind.Names, "Names were signed with the values, as name=value; only the values are signed.", static recipe => recipe with { WithNames = true }) with { Commonness = Frequency.Common },
        Create("joined-as-query", MistakeKind.Names | MistakeKind.Separator, "The fields were signed as a query, name=value&name=value; only the values are signed, with semicolons between them.", static recipe => recipe with { WithNames = true, Separator = "&" }),
        Create("joined-as-query", MistakeKind.Names | MistakeKind.Separator | MistakeKind.Escapes, "The fields were signed as an encoded query, name=value&name=value; only the plain values are signed, with semicolons between them.", static recipe =>
            recipe.Map(static text => Escaping.Percent(text, "-_.", "+")) with { WithNames = true, Separator = "&" }),
        Create("separator-none", MistakeKind.Separator, "Script, values and secret were joined without anything between them; a semicolon stands there.", static recipe => recipe with { Separator = "" }) with { Commonness = Frequency.Common },
        .. s_separators.Select(static other =>
            Create("separator-other", MistakeKind.Separator, $"Script, values and secret were joined with {other.Name} between them; a semicolon alone stands there.", recipe => recipe with { Separator = other.Separator })),
        Create("separator-trailing", MistakeKind.Ends, "A semicolon stands behind the secret; nothing does.", static recipe => recipe with { Ends = ("", recipe.Separator) }) with { Commonness = Frequency.Common },
        Create("separator-leading", MistakeKind.Ends, "A semicolon stands before the script; nothing does.", static recipe => recipe with { Ends = (recipe.Separator, "") }),
    ];

    private static Mistake Create(string id, MistakeKind aspect, string sentence, Func<SignatureRecipe, SignatureRecipe> change) => new(id, aspect, sentence, s_lines, change);
}
