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
