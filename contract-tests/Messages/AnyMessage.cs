using System.Text;
using FreedomPaySandbox.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Messages;

/// <summary>Generates messages: any text XML can carry, names in any order, repeated and nested.</summary>
internal static class AnyMessage
{
    private const int MaxNesting = 3;

    private static readonly string[] s_awkward =
        ["", " ", ";", "a;b", "100", "100.00", "&amp;", "<a>", "]]>", "%20", "+", "a+b c", "\r\n", "\t", "'\"", "Описание", "🏦", "\uFFFD", "e\u0301"];

    private static readonly string[] s_commonNames =
        ["pg_amount", "pg_order_id", "pg_salt", "pg_a", "pg_A", "pg_1", "Zeta", "x", "x_", "X", "_", "ё", "一"];

    public static Gen<Rune> Rune { get; } = Gen.OneOf(
        Gen.Choose(0x20, 0x7E),
        Gen.Elements('\t', '\n', '\r', ';', '&', '<', '[', ']', '%', '+').Select(c => (int)c),
        Gen.Choose(0xA0, 0x7FF),
        Gen.Choose(0x800, 0xD7FF),
        Gen.Choose(0xE000, 0xFFFD),
        Gen.Choose(0x1_0000, 0x10_FFFF)).Select(value => new Rune(value));

    public static Gen<string> Text { get; } = Gen.OneOf(
        Rune.ListOf().Select(string.Concat),
        Gen.Elements(s_awkward));

    /// <summary>Names that XML and forms can both carry; few enough that some repeat.</summary>
    public static Gen<string> Name { get; } = Gen.Frequency(
        (3, Gen.Elements(s_commonNames)),
        (2, Gen.Elements([.. "abcxyzABCXYZ_ёЖ"]).NonEmptyListOf().Select(string.Concat)));

    /// <summary>A message with at least one field.</summary>
    public static Gen<Parameters> Fields { get; } = FieldsNamed(Name, MaxNesting);

    /// <summary>A message whose names are any text at all, as JSON and code may have them.</summary>
    public static Gen<Parameters> OddlyNamedFields { get; } = FieldsNamed(Gen.OneOf(Name, Text), MaxNesting);

    /// <summary>A message without nested fields.</summary>
    public static Gen<Parameters> FlatFields { get; } = FieldsNamed(Name, nesting: 0);

    /// <summary>A message in which no two fields of a level bear one name.</summary>
    public static Gen<Parameters> DistinctFields { get; } = Fields.Select(Distinct);

    private static Gen<Parameters> FieldsNamed(Gen<string> name, int nesting)
    {
        var plain = name.SelectMany(_ => Text, (n, value) => new Parameter(n, value));
        if (nesting == 0)
            return Several(plain);
        var nested = name.SelectMany(_ => FieldsNamed(name, nesting - 1), (n, children) => new Parameter(n, children));
        return Several(Gen.Frequency((5, plain), (1, nested)));
    }

    private static Gen<Parameters> Several(Gen<Parameter> field) =>
        field.NonEmptyListOf().Select(fields => new Parameters(fields.Take(80)));

    private static Parameters Distinct(Parameters fields) => new(fields
        .DistinctBy(field => field.Name, StringComparer.Ordinal)
        .Select(field => field.Children is { } children ? new Parameter(field.Name, Distinct(children)) : field));
}
