namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

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
