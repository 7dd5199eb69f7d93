using System.Text;
using FreedomPaySandbox.ContractTests.Messages;
using FreedomPaySandbox.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Signatures;

/// <summary>A rightly signed message without nested fields, and copies of it in which one thing was changed.</summary>
internal sealed record SignedMessage(string Script, Parameters Fields, string Secret)
{
    public static Gen<SignedMessage> Any { get; } =
        from script in AnyMessage.Text
        from fields in AnyMessage.FlatFields
        from secret in AnyMessage.Text
        select new SignedMessage(script, IndependentDigest.Sign(script, [.. fields, new("pg_salt", "any salt")], secret), secret);

    /// <summary>A message and a copy with one character of script, secret, signature or a value replaced or added.</summary>
    public static Gen<(SignedMessage Signed, SignedMessage Changed)> AnyWithOneChangedCharacter { get; } =
        from signed in Any
        from place in Gen.Choose(-2, signed.Fields.Count - 1)
        from position in Gen.Choose(0, int.MaxValue)
        from rune in AnyMessage.Rune
        select (signed, place switch
        {
            -2 => signed with { Script = Change(signed.Script, position, rune) },
            -1 => signed with { Secret = Change(signed.Secret, position, rune) },
            _ => signed.With(place, new(signed.Fields[place].Name, Change(signed.Fields[place].Value, position, rune))),
        });

    public bool Verifies => Signature.Verify(Script, Fields, Secret);

    public SignedMessage With(int index, Parameter field) =>
        this with { Fields = new(Fields.Select((old, i) => i == index ? field : old)) };

    public SignedMessage Without(int index) => this with { Fields = new(Fields.Where((_, i) => i != index)) };

    public SignedMessage Add(Parameter field) => this with { Fields = new([.. Fields, field]) };

    public override string ToString() => $"{MessageText.Write([new("script", Script), .. Fields, new("secret", Secret)])}";

    private static string Change(string text, int position, Rune rune)
    {
        var runes = text.EnumerateRunes().ToList();
        if (runes.Count == 0)
            return rune.ToString();
        var index = position % runes.Count;
        runes[index] = runes[index] == rune ? new Rune('\u2603') : rune;
        return string.Concat(runes);
    }
}
