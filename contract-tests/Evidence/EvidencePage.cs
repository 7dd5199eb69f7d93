using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using FreedomPaySandbox.ContractTests.Readme;

namespace FreedomPaySandbox.ContractTests.Evidence;

/// <summary>
/// docs/evidence.md as it should be: each rule of docs/protocol.md, how well it is known, by whom, and the tests that prove it.
/// </summary>
internal static partial class EvidencePage
{
    private static readonly Dictionary<string, string> s_sources = new(StringComparer.Ordinal)
    {
        ["D"] = "the vendor's documentation",
        ["L"] = "a live or test service",
        ["C"] = "public client code",
        ["A"] = "assumed",
    };

    public static string Path { get; } = System.IO.Path.Combine(Page.Repository.FullName, "docs", "evidence.md");

    /// <summary>The rules of the protocol's page, with how well each is known, in its order.</summary>
    public static IReadOnlyDictionary<string, string> Rules { get; } = Page.Protocol.Rows("Id").ToDictionary(row => row[0], row => row[^1], StringComparer.Ordinal);

    /// <summary>The tests of each rule, by name.</summary>
    public static ILookup<string, string> Proofs { get; } = typeof(EvidencePage).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetCustomAttribute<ProvesAttribute>()?.Rules.Select(rule => (Rule: rule, Test: GetName(method))) ?? [])
        .Distinct()
        .OrderBy(proof => proof.Test, StringComparer.Ordinal)
        .ToLookup(proof => proof.Rule, proof => proof.Test, StringComparer.Ordinal);

    public static string Text()
    {
        var page = new StringBuilder(
            """
            # Evidence

            Each rule of [protocol.md](protocol.md): how well it is known, where from, and the tests that prove that the sandbox keeps to it.
            Made from the tests themselves; a test fails when this page is not what they say, or a rule has no test.

            To make it anew: `UPDATE_EVIDENCE=1 dotnet test --filter EvidenceTests`.

            | Rule | Known | Source | Tests | Proving tests |
            |---|---|---|---|---|

            """);
        foreach (var (rule, known) in Rules)
        {
            var tests = Proofs[rule].ToList();
            page.Append(CultureInfo.InvariantCulture, $"| {rule} | {known} | {GetSource(known)} | {tests.Count} | {string.Join("<br>", tests.Select(test => $"`{test}`"))} |\n");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string GetSource(string known) => string.Join("; ", Letter().Matches(known).Select(match => s_sources[match.Value]));

    // A contract is proven by those who stand to it.
    private static string GetName(MethodInfo method) => $"{(method.DeclaringType ?? typeof(void)).Name}.{method.Name}";

    [GeneratedRegex("[DLCA]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letter();
}
