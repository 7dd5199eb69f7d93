using FreedomPaySandbox.ContractTests.Cli;
using FreedomPaySandbox.ContractTests.Readme;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Emulator.Signatures.Mistakes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Doctor;

/// <summary>What docs/doctor.md says is so.</summary>
public sealed class DoctorPageTests
{
    private const string Rows = "|---|---|\n";

    /// <summary>The output of the command that is shown, and the table: what of the page is made.</summary>
    [Fact]
    public void The_page_is_what_the_doctor_says()
    {
        var page = Page.Doctor;
        Assert.True(Emulator.Signing.ShellWords.TrySplit(page.Block("sh", "dotnet run --project emulator -- doctor signature"), out var words, out _));
        var run = DoctorRun.Run([.. words.SkipWhile(word => word != "signature").Skip(1)]);
        Assert.Equal(2, run.ExitCode);

        var text = Replace(page.Text, "```text\n", run.Output, "```");
        text = Replace(text, Rows, string.Join('\n', All().Select(mistake => $"| `{mistake.Id}` | {mistake.Sentence.Replace("&", "&amp;", StringComparison.Ordinal)} |")), "\n\n");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCTOR") is not null)
            File.WriteAllText(Path.Combine(Page.Repository.FullName, "docs", "doctor.md"), text);
        Assert.True(text == Page.Doctor.Text, "docs/doctor.md is stale. Make it anew: UPDATE_DOCTOR=1 dotnet test --filter DoctorPageTests");
    }

    [Fact]
    public void Every_operation_has_its_documented_fields() => Assert.All(
        OperationNames.All.Except([OperationNames.TypedCard], StringComparer.Ordinal).AssertNotEmpty(),
        method => Assert.Contains("pg_salt", DocumentedFields.Find(method).Required, StringComparer.Ordinal));

    private static string Replace(string page, string start, string made, string end)
    {
        var from = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return string.Concat(page.AsSpan(0, from), made, page.AsSpan(page.IndexOf(end, from, StringComparison.Ordinal)));
    }

    private static IEnumerable<Mistake> All()
    {
        var fields = new Parameters([new("pg_merchant_id", "9970"), new("pg_description", "text"), new("pg_post_link", "http://shop/paid"), new("pg_salt", "s"), new("n", new Parameters([new("a", "1")])), new("pg_sig", "x")]);
        var call = new SignatureCase("/g2g/p2p2nonreg?a=b", "p2p2nonreg", SecretKind.Payout, fields, new MerchantSecrets("payout-secret", "receive-secret"))
        {
            Others = [new OtherMerchant(4711, new MerchantSecrets("other-payout-secret", "other-receive-secret"))],
        };
        Mistake[] seen =
        [
            MessageMistakes.SignatureMissing, MessageMistakes.SignatureEmpty, MessageMistakes.SignatureRepeated, MessageMistakes.NoDigest(20), MessageMistakes.SaltMissing,
            WritingMistakes.UpperCase, WritingMistakes.Dashes, WritingMistakes.ZerosDropped, WritingMistakes.Base64, WritingMistakes.Base64OfHex, WritingMistakes.Spaced,
        ];
        return NothingLeaksTests.GetKnownMistakes(call).Concat(seen).DistinctBy(mistake => mistake.Id, StringComparer.Ordinal);
    }
}
