using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FreedomPaySandbox.ContractTests.Readme;

/// <summary>A page of the repository, taken apart into what can be held to the truth: fenced blocks and tables.</summary>
internal sealed partial class Page
{
    private readonly string[] _lines;

    private Page(string text) => _lines = text.ReplaceLineEndings("\n").Split('\n');

    public static Page Readme => Read("README.md");

    public static Page Protocol => Read("docs/protocol.md");

    public static Page Admin => Read("docs/admin.md");

    public static Page Rules => Read("docs/rules.md");

    public static Page Ci => Read("docs/ci.md");

    public static Page Drift => Read("docs/drift.md");

    public static Page Findings => Read("docs/findings.md");

    public static Page Fidelity => Read("docs/fidelity.md");

    public static Page Doctor => Read("docs/doctor.md");

    public static Page Docker => Read("docs/docker.md");

    public static Page Security => Read("SECURITY.md");

    public static Page Dockerfile => Read("Dockerfile");

    public static Page Compose => Read("docker-compose.yml");

    public static Page Configuration => Read("docs/configuration.md");

    public static Page Observability => Read("docs/observability.md");

    public static Page Verify => Read("docs/verify.md");

    public static Page LoadTests => Read("load-tests/README.md");

    public static DirectoryInfo Repository { get; } = GetRepository(ThisFile());

    public string Text => string.Join('\n', _lines);

    /// <summary>The one fenced block that starts with those words, without its fences.</summary>
    public string Block(string language, string start) => Blocks()
        .Single(block => block.Language == language && block.Text.StartsWith(start, StringComparison.Ordinal))
        .Text;

    /// <summary>All fenced blocks in that language, without their fences.</summary>
    public IEnumerable<string> Blocks(string language) => Blocks().Where(block => block.Language == language).Select(block => block.Text);

    /// <summary>The cells of all tables whose heading starts with that cell, row by row.</summary>
    public IReadOnlyList<string[]> Rows(string heading)
    {
        var rows = new List<string[]>();
        for (var i = 0; i < _lines.Length; i++)
        {
            if (!_lines[i].StartsWith($"| {heading} |", StringComparison.Ordinal))
                continue;
            for (i += 2; i < _lines.Length && _lines[i].StartsWith('|'); i++)
                rows.Add([.. _lines[i].Trim('|').Split('|').Select(cell => cell.Trim())]);
        }

        return rows;
    }

    private IEnumerable<(string Language, string Text)> Blocks() =>
        Fenced().Matches(Text).Select(match => (match.Groups["language"].Value, match.Groups["text"].Value));

    private static Page Read(string path) => new(File.ReadAllText(Path.Combine(Repository.FullName, path)));

    private static DirectoryInfo GetRepository(string file)
    {
        var directory = Directory.GetParent(file);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "README.md")))
            directory = directory.Parent;
        return directory ?? throw new DirectoryNotFoundException("No README.md above the tests.");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fenced();
}
