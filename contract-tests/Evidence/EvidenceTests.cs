namespace FreedomPaySandbox.ContractTests.Evidence;

public sealed class EvidenceTests
{
    [Fact]
    public void Every_rule_has_a_test() => Assert.DoesNotContain(EvidencePage.Rules.Keys.AssertNotEmpty(), rule => !EvidencePage.Proofs[rule].Any());

    [Fact]
    public void Every_rule_that_a_test_names_exists() =>
        Assert.Empty(EvidencePage.Proofs.AssertNotEmpty().Select(proofs => proofs.Key).Except(EvidencePage.Rules.Keys, StringComparer.Ordinal));

    [Fact]
    public void The_page_of_evidence_is_what_the_tests_say()
    {
        var text = EvidencePage.Text();
        if (Environment.GetEnvironmentVariable("UPDATE_EVIDENCE") is not null)
            File.WriteAllText(EvidencePage.Path, text);

        Assert.True(
            File.Exists(EvidencePage.Path) && File.ReadAllText(EvidencePage.Path) == text,
            "docs/evidence.md is stale. Make it anew: UPDATE_EVIDENCE=1 dotnet test --filter EvidenceTests");
    }
}
