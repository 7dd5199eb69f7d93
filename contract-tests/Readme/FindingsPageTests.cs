using FreedomPaySandbox.Emulator.Findings;

namespace FreedomPaySandbox.ContractTests.Readme;

/// <summary>The page of findings names those there are.</summary>
public sealed class FindingsPageTests
{
    [Fact]
    public void The_table_is_that_of_the_code() => Assert.Equal(
        FindingKind.All.Select(kind => $"{kind.Id} {(kind.CostsMoney ? "yes" : "no")}").Order(StringComparer.Ordinal),
        Page.Findings.Rows("Finding").Select(row => $"{row[0].Trim('`')} {row[2]}").Order(StringComparer.Ordinal),
        StringComparer.Ordinal);
}
