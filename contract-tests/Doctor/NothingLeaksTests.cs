using System.Net;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Doctor;

public sealed class NothingLeaksTests
{
    [Fact]
    public void No_diagnosis_of_any_mistake_shows_a_secret_or_a_card()
    {
        for (var number = 0; number < 40; number++)
        {
            var call = new RandomCall(number);
            foreach (var step in WrongSteps.All)
            {
                if (SignatureDoctor.Examine(call.Signed(WrongStep.Sign(call, step))) is { } diagnosis)
                    AssertIsClean(diagnosis, call.Payout, call.Receive, call.Other.Secrets.Payout, call.Other.Secrets.Receive, call.Card, "4405645000006150");
            }
        }
    }

    [Fact]
    public void A_secret_or_a_card_in_any_field_under_any_name_stays_hidden_whatever_was_done_to_it()
    {
        const string Payout = "p@ yout/sécret";
        const string Receive = "receive=secret";
        const string Card = "4405 6450 0000 6150";
        Parameter[] fields =
        [
            new("pg_description", $"pay to {Card} with {Payout}"), new(Receive, "named"), new("pg_payment_to", "1234-5678-9012-3456-7"), new("pg_salt", "s"),
            new("pg_z", new Parameters([new("b", $" {Payout}"), new("a", Card), new(Payout, "x")])), new("pg_post_link", $"http://x/{Uri.EscapeDataString(Payout)}"),
            new("pg_user_id", Uri.EscapeDataString(Card)),
        ];
        var call = new SignatureCase(
            $"/g2g/p2p2nonreg?to={WebUtility.UrlEncode(Card)}&key={Uri.EscapeDataString(Payout)}", "p2p2nonreg", SecretKind.Payout, new Parameters(fields), new MerchantSecrets(Payout, Receive));
        var seen = new HashSet<string>(StringComparer.Ordinal);

        foreach (var mistake in GetKnownMistakes(call))
        {
            var diagnosis = SignatureDoctor.Examine(call with { Fields = new Parameters([.. fields, new("pg_sig", SignedWith(call, mistake))]) });
            if (diagnosis is null)
                continue;
            seen.UnionWith(diagnosis.Ids);
            AssertIsClean(diagnosis, Payout, Receive, Card, "4405645000006150", "1234-5678-9012-3456-7");
        }

        Assert.True(seen.Count > 45, string.Join(' ', seen));
    }

    [Fact]
    public void Nothing_of_a_case_prints_what_is_in_it()
    {
        var call = new RandomCall(1);
        var printed = $"{call.Signed("x")} {call.Other} {new TextPart(PartKind.Secret, call.Secret)}";
        Assert.DoesNotContain(call.Secret, printed, StringComparison.Ordinal);
        Assert.DoesNotContain(call.Card, printed, StringComparison.Ordinal);
        Assert.DoesNotContain(call.Other.Secrets.Payout, printed, StringComparison.Ordinal);
    }

    // Here the recipes of the product make the digest: what matters is what is said of them.
    internal static IEnumerable<Mistake> GetKnownMistakes(SignatureCase call) =>
        Emulator.Signatures.Mistakes.KnownMistakes.All(call, new SignedFields(call.Fields, call.Fields, call.Script), new CaseMask(call));

    private static string SignedWith(SignatureCase call, Mistake mistake)
    {
        var fields = new Parameters([.. call.Fields, new("pg_sig", "")]);
        var recipe = mistake.Change(SignatureRecipe.Right(new SignedFields(fields, fields, call.Script), call.Script, call.Secret));
        var text = recipe.Charset.GetBytes(string.Concat(SignedText.Build(recipe).Select(part => part.Text)));
        var digest = new byte[Hashing.MaxLength];
        Hashing.Hash(recipe.Digest, text, recipe.Key, digest);
        return Convert.ToHexStringLower(digest.AsSpan(0, Hashing.GetLength(recipe.Digest)));
    }

    private static void AssertIsClean(Diagnosis diagnosis, params string[] hidden)
    {
        var shown = $"{diagnosis} {string.Join(' ', diagnosis.Ids)} {string.Join(' ', diagnosis.Lines)} {DiagnosisText.Render(diagnosis)}";
        foreach (var text in hidden)
        {
            Assert.DoesNotContain(text, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(text, WebUtility.UrlDecode(shown), StringComparison.Ordinal);
            Assert.DoesNotContain(text, WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
        }
    }
}
