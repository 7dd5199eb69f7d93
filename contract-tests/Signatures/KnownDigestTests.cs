using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Signatures;

public sealed class KnownDigestTests
{
    public static TheoryData<string> Ids => [.. KnownDigest.All.Select(known => known.Id)];

    [Fact]
    public void The_file_holds_every_known_digest_once()
    {
        Assert.Equal(13, KnownDigest.All.Count);
        Assert.Equal(13, KnownDigest.All.Select(known => known.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, MemberData(nameof(Ids))]
    [Proves("S-1", "S-2", "S-3", "S-4", "S-5", "S-6", "S-7")]
    public void The_signed_text_is_the_known_one(string id)
    {
        var known = Known(id);
        Assert.Equal(known.Text, Signature.TextToSign(known.Script, known.Fields, known.Secret));
    }

    [Theory, MemberData(nameof(Ids))]
    [Proves("S-1", "S-2", "S-3", "S-4", "S-5", "S-6", "S-7")]
    public void The_signature_is_the_known_one(string id)
    {
        var known = Known(id);
        Assert.Equal(known.Md5, Signature.Compute(known.Script, known.Fields, known.Secret));
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_independent_computation_agrees(string id)
    {
        var known = Known(id);
        Assert.Equal(known.Text, IndependentDigest.Text(known.Script, known.Fields, known.Secret));
        Assert.Equal(known.Md5, IndependentDigest.Compute(known.Script, known.Fields, known.Secret));
    }

    private static KnownDigest Known(string id) => KnownDigest.All.Single(known => string.Equals(known.Id, id, StringComparison.Ordinal));
}
