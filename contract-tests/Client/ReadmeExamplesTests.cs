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
    [InlineData("FreedomPaySandbox.Client", 10)]
    [InlineData("FreedomPaySandbox.Client.AspNetCore", 2)]
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
    public async Task The_other_operations_come_to_what_they_say()
    {
        var now = Gateway.PagePayout.TimeLimit;
        var paid = Answer.ToIban.With("pg_order_id", "salary-2026-01-18");
        Assert.IsType<PayoutAccepted>(await ReadmeExamples.PayToAccountAsync(Client(paid), CancellationToken.None));
        paid = Answer.ToToken.With("pg_order_id", "salary-2026-01-19");
        Assert.IsType<PayoutAccepted>(await ReadmeExamples.PayToSavedCardAsync(Client(paid), Gateway.Token, now, CancellationToken.None));
        Assert.IsType<PageOpened>(await ReadmeExamples.SaveCardAsync(Client(Answer.CardPage), CancellationToken.None));
        Assert.Equal(
            "send the recipient's browser to https://gateway.example/pages/aBc_-1",
            await ReadmeExamples.SendToPageAsync(Client(Answer.Page), now, CancellationToken.None));
        Assert.Equal("150000.5 KZT", await ReadmeExamples.TellBalanceAsync(Client(Answer.Balance), CancellationToken.None));
        Assert.Equal(
            "the recipient has not typed a card yet",
            await ReadmeExamples.TellStatusAsync(Client(Answer.OrderStatus.With("pg_transaction_status", "partial")), "ORD12345", CancellationToken.None));

        static PayoutClient Client(Answer answer) => Gateway.Client(StubGateway.Answering(answer.Signed));
    }

    [Fact]
    public void The_saved_card_is_described()
    {
        var (sent, reader) = (SentCallback.SavedCard, new SavedCardCallbackReader(Gateway.OptionsWithBoth()));
        Assert.Equal(
            $"440564-XX-XXXX-6150 of user-1 is {Gateway.Token} from now on",
            ReadmeExamples.DescribeSavedCard(reader, new Uri(sent.Url), SentCallback.Form, sent.Body));
    }

    [Fact]
    public void The_message_is_signed_rightly()
    {
        var fields = ReadmeExamples.Sign();
        Assert.Equal(IndependentDigest.Compute("p2p2nonreg", fields, Gateway.Secret), fields["pg_sig"]);
    }

    // Line by line, whatever the indentation.
    private static string Flat(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("```csharp\r?\n(?<code>.*?)\r?\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
