using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Messages;
using FreedomPaySandbox.Protocol;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Signatures;

public sealed class SignatureTests
{
    private const string Script = "p2p2nonreg";
    private const string Secret = "sandbox-payout-secret";

    [Fact]
    [Proves("S-2", "S-3", "S-4", "S-5", "S-6", "S-7")]
    public void Any_message_signs_as_computed_independently() => FixedSeed.ForAll(AnyMessage.OddlyNamedFields, fields =>
        Assert.Equal(IndependentDigest.Compute(Script, fields, Secret), Signature.Compute(Script, fields, Secret)));

    [Fact]
    [Proves("S-1", "S-5")]
    public void Any_script_and_secret_take_part_as_they_are() => FixedSeed.ForAll(AnyMessage.Text.Two(), pair =>
    {
        var (script, secret) = pair;
        var fields = new Parameters([new("pg_salt", "s")]);
        Assert.Equal(IndependentDigest.Compute(script, fields, secret), Signature.Compute(script, fields, secret));
    });

    [Fact]
    public void The_text_to_sign_is_the_one_that_is_signed() => FixedSeed.ForAll(AnyMessage.Fields, fields =>
        Assert.Equal(IndependentDigest.Text(Script, fields, Secret), Signature.TextToSign(Script, fields, Secret)));

    [Fact]
    [Proves("S-2", "S-6")]
    public void The_order_of_arrival_of_fields_of_different_names_does_not_matter()
    {
        var shuffled = AnyMessage.DistinctFields.SelectMany(fields => Gen.Shuffle([.. fields]), (fields, other) => (fields, other));
        FixedSeed.ForAll(shuffled, pair =>
            Assert.Equal(IndependentDigest.Compute(Script, pair.fields, Secret), Signature.Compute(Script, new(pair.other), Secret)));
    }

    [Fact]
    [Proves("S-7")]
    public void The_order_of_arrival_of_fields_of_one_name_matters()
    {
        var swapped = new Parameters([new("foo", "2"), new("foo", "1")]);

        Assert.Equal("payment.php;2;1;rofoneqaxujagexi", Signature.TextToSign("payment.php", swapped, "rofoneqaxujagexi"));
    }

    [Fact]
    [Proves("S-3")]
    public void Only_a_pg_sig_of_the_outermost_level_is_left_out()
    {
        var nested = new Parameters([new("pg_sig", "outer"), new("x", new Parameters([new("pg_sig", "inner")]))]);
        Assert.Equal("s;inner;k", Signature.TextToSign("s", nested, "k"));
    }

    [Theory]
    [InlineData("100")]
    [InlineData("100.00")]
    [InlineData(" 100")]
    [InlineData("1%3000")]
    [InlineData("1&#48;0")]
    [Proves("S-5")]
    public void A_value_is_signed_as_it_was_sent(string amount) =>
        Assert.Equal($"s;{amount};k", Signature.TextToSign("s", new([new("pg_amount", amount)]), "k"));

    [Fact]
    [Proves("S-7")]
    public void A_thousand_fields_of_one_name_keep_their_order()
    {
        var values = Enumerable.Range(0, 1000).Select(i => $"{i}").ToList();
        var fields = new Parameters(values.Select(value => new Parameter("x", value)));
        Assert.Equal($"s;{string.Join(';', values)};k", Signature.TextToSign("s", fields, "k"));
    }

    [Fact]
    public void A_huge_message_leaves_nothing_behind_for_the_next_one()
    {
        var huge = new Parameters([new("a", new string('x', 500_000))]);
        var small = new Parameters([new("pg_description", "test")]);
        Assert.Equal(IndependentDigest.Compute("s", huge, "k"), Signature.Compute("s", huge, "k"));
        Assert.Equal("7e3123d36e6aa859f40dbe4d7eff7c34", Signature.Compute("test.php", small, "rofoneqaxujagexi"));
    }
}
