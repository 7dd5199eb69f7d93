using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Signatures;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>The packages' pages show code that compiles and works.</summary>
public sealed partial class ReadmeExamplesTests
{
    [Theory]
    [InlineData("FreedomPaySandbox.Protocol", 1)]
    [InlineData("FreedomPaySandbox.Client", 3)]
    [InlineData("FreedomPaySandbox.Client.AspNetCore", 1)]
    public void Every_example_is_compiled(string package, int count)
    {
        var compiled = Flat(File.ReadAllText(Path.Combine(Here(), "ReadmeExamples.cs")).Replace("public static ", "", StringComparison.Ordinal));
        var page = File.ReadAllText(Path.Combine(Here(), "..", "..", "client", package, "README.md"));
        var examples = Example().Matches(page).Select(match => match.Groups["code"].Value).ToList();
        Assert.Equal(count, examples.Count);
        Assert.All(examples, example => Assert.Contains(Flat(example), compiled, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_payout_is_made()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var merchant = Gateway.Connect(sandbox.Address);
        Assert.StartsWith("paid, ", await ReadmeExamples.PayAsync(merchant.Client, CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public void The_callback_is_described()
    {
        var reader = new CallbackReader(Gateway.Options());
        Assert.Equal("order 1234 was paid: 100", Describe(SentCallback.Ok));
        Assert.Equal("order 1234 has failed: 10001", Describe(SentCallback.Failed));
        Assert.StartsWith("not believed: ", Describe(SentCallback.Ok with { Secret = "guessed" }), StringComparison.Ordinal);

        string Describe(SentCallback sent) => ReadmeExamples.Describe(reader, new Uri(sent.Url), SentCallback.Form, sent.Body);
    }

    [Fact]
    public void The_message_is_signed_rightly()
    {
        var fields = ReadmeExamples.Sign();
        Assert.Equal(IndependentDigest.Of("p2p2nonreg", fields, Gateway.Secret), fields["pg_sig"]);
    }

    // Line by line, whatever the indentation.
    private static string Flat(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("```csharp\r?\n(?<code>.*?)\r?\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
