using FreedomPaySandbox.ContractTests.Cli;
using FreedomPaySandbox.ContractTests.Readme;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Emulator.Signatures.Mistakes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Doctor;

/// <summary>What docs/doctor.md says is so.</summary>
public sealed class DoctorPageTests
{
    [Fact]
    public void The_table_has_every_mistake_and_what_is_said_of_it()
    {
        var told = All().Select(mistake => $"| `{mistake.Id}` | {mistake.Sentence.Replace("|", "\\|", StringComparison.Ordinal)} |");
        var page = Page.Doctor.Text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(string.Join('\n', told), string.Join('\n', page));
    }

    [Fact]
    public void The_command_prints_what_is_shown()
    {
        var command = Page.Doctor.Block("sh", "dotnet run --project emulator -- doctor signature");
        var words = Emulator.Cli.ShellWords.TrySplit(command, out var split, out _) ? split : [];

        var run = DoctorRun.Of([.. words.SkipWhile(word => word != "signature").Skip(1)]);

        Assert.Equal(Page.Doctor.Block("text", "Signature "), run.Output.TrimEnd());
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void Every_operation_has_its_documented_fields() => Assert.All(
        GatewayMethods.All.Except([GatewayMethods.TypedCard], StringComparer.Ordinal),
        method => Assert.Contains("pg_salt", DocumentedFields.Of(method).Required));

    private static IEnumerable<Mistake> All()
    {
        var fields = new Parameters([new("pg_merchant_id", "9970"), new("pg_description", "text"), new("pg_post_link", "http://shop/paid"), new("pg_salt", "s"), new("n", new Parameters([new("a", "1")])), new("pg_sig", "x")]);
        var call = new SignatureCase("/g2g/p2p2nonreg?a=b", "p2p2nonreg", SecretKind.Payout, fields, new MerchantSecrets("payout-secret", "receive-secret"))
        {
            Others = [new OtherMerchant(4711, new MerchantSecrets("a", "b"))],
        };
        Mistake[] seen =
        [
            MessageMistakes.SignatureMissing, MessageMistakes.SignatureEmpty, MessageMistakes.SignatureRepeated, MessageMistakes.NoDigest(20), MessageMistakes.SaltMissing,
            WritingMistakes.UpperCase, WritingMistakes.Dashes, WritingMistakes.ZerosDropped, WritingMistakes.Base64, WritingMistakes.Base64OfHex, WritingMistakes.Spaced,
        ];
        return NothingLeaksTests.KnownMistakesOf(call).Concat(seen).DistinctBy(mistake => mistake.Id);
    }
}
