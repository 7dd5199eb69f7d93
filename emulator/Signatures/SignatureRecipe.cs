using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>How a signature is made, step by step. The right one is <see cref="Right"/>; a mistake changes a step.</summary>
internal sealed record SignatureRecipe
{
    private SignatureRecipe(SignedFields fields) => Fields = fields;

    public SignedFields Fields { get; }

    /// <summary>The script, or <see langword="null"/> where nothing stands in its place, not even a separator.</summary>
    public required string? Script { get; init; }

    public required string Secret { get; init; }

    /// <summary>What somebody added to the secret by accident: white space, quotes.</summary>
    public (string Before, string After) AroundSecret { get; init; } = ("", "");

    /// <summary>The secret where it is a key rather than a part of the text.</summary>
    public string Key => AroundSecret is ("", "") ? Secret : $"{AroundSecret.Before}{Secret}{AroundSecret.After}";

    public SecretPlace SecretPlace { get; init; } = SecretPlace.Last;

    public FieldSort Sort { get; init; } = FieldSort.ByteByByte;

    public Nesting Nesting { get; init; } = Nesting.InPlaceOfParent;

    /// <summary>Which fields take part, by number.</summary>
    public required bool[] Taken { get; init; }

    /// <summary>What of each field takes part, by number.</summary>
    public required string[] Texts { get; init; }

    /// <summary>The numbers of all fields in the order in which they are signed.</summary>
    public int[] Order => Sort == FieldSort.ByValue
        ? [.. Enumerable.Range(0, Texts.Length).OrderBy(number => Texts[number], FieldOrder.Instance)]
        : Fields.InOrder(Sort, Nesting);

    public bool WithNames { get; init; }

    public string Separator { get; init; } = ";";

    /// <summary>What stands before and behind all.</summary>
    public (string Before, string After) Ends { get; init; } = ("", "");

    public Encoding Charset { get; init; } = Encoding.UTF8;

    public DigestKind Digest { get; init; } = DigestKind.Md5;

    /// <summary>The rule (S-1 to S-7).</summary>
    public static SignatureRecipe Right(SignedFields fields, string script, string secret) => new(fields)
    {
        Script = script,
        Secret = secret,
        Taken = [.. fields.All.Select(static field => field.Origin == FieldOrigin.Sent)],
        Texts = [.. fields.All.Select(static field => field.Value)],
    };

    /// <summary>The same over texts with nothing in them that must not be shown. The secret is still there, as a part of its own.</summary>
    public SignatureRecipe Shown => this with { Texts = [.. Fields.All.Select(static one => one.Shown)] };

    /// <summary>Without the fields of which <paramref name="isLeftOut"/> is true.</summary>
    public SignatureRecipe Without(Func<SignedField, int, bool> isLeftOut)
    {
        var taken = new bool[Taken.Length];
        for (var number = 0; number < taken.Length; number++)
            taken[number] = Taken[number] && !isLeftOut(Fields.All[number], number);
        return this with { Taken = taken };
    }

    /// <summary>With the fields of which <paramref name="isAdded"/> is true.</summary>
    public SignatureRecipe WithAlso(Func<SignedField, int, bool> isAdded)
    {
        var taken = new bool[Taken.Length];
        for (var number = 0; number < taken.Length; number++)
            taken[number] = Taken[number] || isAdded(Fields.All[number], number);
        return this with { Taken = taken };
    }

    /// <summary>With other texts.</summary>
    public SignatureRecipe Map(Func<SignedField, string, string> change)
    {
        var texts = new string[Texts.Length];
        for (var number = 0; number < texts.Length; number++)
            texts[number] = change(Fields.All[number], Texts[number]);
        return this with { Texts = texts };
    }

    /// <summary>With another text in every field.</summary>
    public SignatureRecipe Map(Func<string, string> change) => this with { Texts = Array.ConvertAll(Texts, text => change(text)) };

    /// <summary>Never with the secret.</summary>
    public override string ToString() => $"{Digest} of {Taken.Count(static taken => taken)} fields";
}

/// <summary>What a text is hashed with; only the first is right.</summary>
internal enum DigestKind
{
    Md5,
    Md5OfMd5,
    HmacMd5,
    Sha1,
    HmacSha1,
    Sha256,
    HmacSha256,
    Sha512,
    HmacSha512,
}

/// <summary>By what fields are put in order before they are signed; only the first is right (S-2).</summary>
internal enum FieldSort
{
    ByteByByte,
    AsSent,
    Reverse,
    UpperCased,
    LowerCased,
    Culture,
    Natural,
    ByValue,
}

/// <summary>What becomes of nested fields; only the first is right (S-6).</summary>
internal enum Nesting
{
    InPlaceOfParent,
    ChildrenAsSent,
    OneLevelByPath,
    OneLevelByOwnName,
}

/// <summary>Where the secret stands in the signed text.</summary>
internal enum SecretPlace
{
    Last,
    First,
    AfterScript,
    GluedToLastValue,
    Nowhere,
}
