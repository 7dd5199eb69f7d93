using System.Text.RegularExpressions;
using FreedomPaySandbox.ContractTests.Readme;

namespace FreedomPaySandbox.ContractTests.Architecture;

/// <summary>Users read one word for one thing: those that were replaced do not come back.</summary>
public sealed partial class WordsTests
{
    private static readonly string[] s_places =
    [
        "README.md", "SECURITY.md", "DECISIONS.md", "docs", "client", "load-tests/README.md", "emulator",
        "contract-tests/Admin", "contract-tests/Client", "contract-tests/Testing", "contract-tests/Readme",
    ];

    /// <summary>Texts, pages, snapshots of what users see, and the strings in the code that make them.</summary>
    public static TheoryData<string> Files => [.. s_places.SelectMany(GetFiles)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_retired_word_is_not_used(string file)
    {
        var text = File.ReadAllText(Path.Combine(Page.Repository.FullName, file));
        var read = file.EndsWith(".cs", StringComparison.Ordinal) ? string.Join('\n', Literal().Matches(text).Select(match => match.Value)) : text;
        Assert.Empty(Retired().Matches(read).Select(match => match.Value));
    }

    private static IEnumerable<string> GetFiles(string place)
    {
        var path = Path.Combine(Page.Repository.FullName, place);
        var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path];
        return files
            .Where(file => !Built().IsMatch(file))
            .Where(file => Path.GetExtension(file) is ".md" or ".razor" or ".js" || file.Contains(".verified.", StringComparison.Ordinal) || (Path.GetExtension(file) is ".cs" && !place.StartsWith("contract-tests", StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Page.Repository.FullName, file).Replace('\\', '/'));
    }

    [GeneratedRegex(@"\b(owed|still ?owed|twists?|turned[- ]away|standing clock|lets? go of|whoever|rubbish)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Retired();

    [GeneratedRegex("\"(\\\\.|[^\"\\\\\\n])*\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"[/\\](bin|obj|TestResults)[/\\]", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Built();
}
