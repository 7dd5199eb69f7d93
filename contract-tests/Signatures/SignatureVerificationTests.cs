using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Messages;
using FreedomPaySandbox.Protocol;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Signatures;

public sealed class SignatureVerificationTests
{
    private const string Script = "test.php";
    private const string Secret = "rofoneqaxujagexi";

    [Fact]
    [Proves("S-8")]
    public void A_rightly_signed_message_is_accepted() => FixedSeed.ForAll(SignedMessage.Any, signed => Assert.True(signed.Verifies));

    [Fact]
    [Proves("S-6", "S-8")]
    public void A_rightly_signed_message_with_nested_fields_is_accepted() => FixedSeed.ForAll(AnyMessage.Fields, fields =>
    {
        var signed = IndependentDigest.Sign(Script, [.. fields, new("pg_salt", "s")], Secret);
        Assert.True(Signature.Verify(Script, signed, Secret));
    });

    [Fact]
    [Proves("S-3", "S-5", "S-8")]
    public void One_changed_character_of_script_value_secret_or_signature_is_refused() =>
        FixedSeed.ForAll(SignedMessage.AnyWithOneChangedCharacter, pair =>
            Assert.False(pair.Changed.Verifies, $"accepted: {pair.Changed}"));

    [Fact]
    [Proves("S-3", "S-4")]
    public void A_field_more_or_less_is_refused_even_an_empty_one()
    {
        var examples = SignedMessage.Any.SelectMany(signed => Gen.Choose(0, signed.Fields.Count - 1), (signed, index) => (signed, index));
        FixedSeed.ForAll(examples, example =>
        {
            Assert.False(example.signed.Without(example.index).Verifies);
            Assert.False(example.signed.Add(new("x_extra", "")).Verifies);
        });
    }

    [Fact]
    [Proves("S-2")]
    public void A_renamed_field_is_refused_exactly_when_it_moves_another_value()
    {
        var examples =
            from signed in SignedMessage.Any
            from index in Gen.Choose(0, signed.Fields.Count - 3)
            from name in AnyMessage.Name
            select (signed, renamed: signed.With(index, new(name, signed.Fields[index].Value)));
        FixedSeed.ForAll(examples, example =>
        {
            var (signed, renamed) = example;
            var unmoved = string.Equals(Text(signed), Text(renamed), StringComparison.Ordinal);
            Assert.Equal(unmoved, renamed.Verifies);
        });

        static string Text(SignedMessage message) => IndependentDigest.Text(message.Script, message.Fields, message.Secret);
    }

    [Theory]
    [InlineData("66c3a9ee8b0e4d46fe2d1c4a3a4eb2a3")]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("ccccccccccccccccccccccccccccccccc")]
    [Proves("S-8")]
    public void Another_signature_is_refused(string signature) =>
        Assert.False(Signature.Verify(Script, Message(new Parameter("pg_sig", signature)), Secret));

    [Fact]
    [Proves("S-8")]
    public void The_right_digest_is_refused_in_upper_case_with_a_space_or_cut_short()
    {
        var right = IndependentDigest.Compute(Script, Message(), Secret);
        Assert.True(Signature.Verify(Script, Message(new Parameter("pg_sig", right)), Secret));
        foreach (var wrong in new[] { right.ToUpperInvariant(), right + " ", " " + right, right[..31], right + right })
            Assert.False(Signature.Verify(Script, Message(new Parameter("pg_sig", wrong)), Secret), wrong);
    }

    [Fact]
    [Proves("S-13")]
    public void A_missing_a_repeated_and_a_nested_pg_sig_are_refused()
    {
        var right = new Parameter("pg_sig", IndependentDigest.Compute(Script, Message(), Secret));
        Assert.True(Signature.Verify(Script, Message(right), Secret));
        Assert.False(Signature.Verify(Script, Message(), Secret));
        Assert.False(Signature.Verify(Script, Message(right, right), Secret));
        Assert.False(Signature.Verify(Script, Message(new Parameter("pg_sig", new Parameters([right]))), Secret));
    }

    [Fact]
    [Proves("S-13")]
    public void A_missing_pg_salt_is_refused()
    {
        // Published: the digest of "test.php;test;rofoneqaxujagexi", which carries no salt.
        var unsalted = new Parameters([new("pg_description", "test"), new("pg_sig", "7e3123d36e6aa859f40dbe4d7eff7c34")]);
        Assert.Equal("7e3123d36e6aa859f40dbe4d7eff7c34", Signature.Compute(Script, unsalted, Secret));
        Assert.False(Signature.Verify(Script, unsalted, Secret));
    }

    [Fact]
    [Proves("S-3", "S-4")]
    public void An_empty_salt_is_a_salt() =>
        Assert.True(Signature.Verify(Script, IndependentDigest.Sign(Script, [new("pg_salt", "")], Secret), Secret));

    private static Parameters Message(params Parameter[] signatures) =>
        new([new("pg_description", "test"), new("pg_salt", "some random string"), .. signatures]);
}
