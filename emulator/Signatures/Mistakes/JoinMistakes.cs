namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

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
