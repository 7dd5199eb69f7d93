using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>Another secret, none, or the right one in another place (S-9).</summary>
internal static class SecretMistakes
{
    // Beyond these, another merchant is looked at alone, and together with other mistakes only when there is time.
    private const int NearMerchants = 8;

    private static readonly (string Before, string After)[] s_lineEnds = [("", "\n"), ("", "\r\n"), ("", "\r")];

    private static readonly (string Before, string After)[] s_white = [("", " "), (" ", ""), (" ", " "), ("", "\t"), ("\uFEFF", "")];

    private static readonly (string Before, string After)[] s_quotes = [("\"", "\""), ("'", "'")];

    private static readonly CodeExample s_place = new(
        "$text = implode(';', [$script, ...array_values($params), $secret]);",
        "var text = string.Join(';', [script, .. values, secret]);",
        "const text = [script, ...values, secret].join(';');",
        "text = \";\".join([script, *values, secret])",
        "text := strings.Join(slices.Concat([]string{script}, values, []string{secret}), \";\")");

    private static readonly CodeExample s_trimmed = new(
        "$secret = trim(file_get_contents($path), \" \\t\\r\\n\\\"'\");",
        "var secret = File.ReadAllText(path).Trim(' ', '\\t', '\\r', '\\n', '\"');",
        "const secret = readFileSync(path, 'utf8').trim();",
        "secret = Path(path).read_text(encoding=\"utf-8\").strip()",
        "secret := strings.TrimSpace(string(contents))");

    public static IEnumerable<Mistake> Create(SignatureCase call)
    {
        var right = Name(call.Kind);
        var otherKind = call.Kind == SecretKind.Payout ? SecretKind.Receive : SecretKind.Payout;
        var which = Which(call.Kind);
        yield return Taken("secret-other", call.Secrets.For(otherKind), which, $"The {Name(otherKind)} secret was used; this operation is signed with the {right} secret (S-9).") with { Commonness = Frequency.Common };

        yield return Put("secret-missing", SecretPlace.Nowhere, $"No secret was signed; the {right} secret stands last (S-9).") with { Commonness = Frequency.Common };
        yield return Taken("secret-empty", "", which, $"The secret was empty when the call was signed, as if its setting had no value; the {right} secret stands last (S-9).") with { Commonness = Frequency.Common };
        yield return Put("secret-first", SecretPlace.First, $"The secret stood first; it stands last, behind all values (S-9).");
        yield return Put("secret-after-script", SecretPlace.AfterScript, "The secret stood right behind the script; it stands last, behind all values (S-9).");
        yield return Put("secret-glued", SecretPlace.GluedToLastValue, "There is no semicolon between the last value and the secret.") with { Commonness = Frequency.Rare };

        foreach (var around in s_lineEnds)
            yield return Around("secret-line-end", around, "A line end stands behind the secret, as when it is read from a file, or piped with echo; cut it off.");
        foreach (var around in s_white)
            yield return Around("secret-white-space", around, "White space stands around the secret; cut it off.");
        foreach (var around in s_quotes)
            yield return Around("secret-quoted", around, "The quotes around the secret were signed with it, as when they stand in a settings file; take them off.");

        if (call.Fields[Fields.MerchantId] is { } merchant)
            yield return Taken("secret-merchant-number", merchant, which, $"{Fields.MerchantId} was signed in the place of the {right} secret (S-9).");

        for (var i = 0; i < call.Others.Count; i++)
        {
            var (id, secrets) = call.Others[i];
            var commonness = i < NearMerchants ? Frequency.Occasional : Frequency.Rare;
            foreach (var kind in (SecretKind[])[call.Kind, otherKind])
            {
                var sentence = string.Create(CultureInfo.InvariantCulture, $"The {Name(kind)} secret of merchant {id} was used; take the {right} secret of the merchant that calls (S-9).");
                yield return Taken("secret-other-merchant", secrets.For(kind), which, sentence) with { Commonness = commonness };
            }
        }
    }

    private static Mistake Taken(string id, string secret, CodeExample lines, string sentence) =>
        new(id, MistakeKind.Secret, sentence, lines, recipe => recipe with { Secret = secret });

    private static Mistake Put(string id, SecretPlace place, string sentence) =>
        new(id, MistakeKind.SecretPlace, sentence, s_place, recipe => recipe with { SecretPlace = place });

    private static Mistake Around(string id, (string Before, string After) around, string sentence) =>
        new(id, MistakeKind.Secret, sentence, s_trimmed, recipe => recipe with { AroundSecret = around });

    private static string Name(SecretKind kind) => kind == SecretKind.Payout ? "payout" : "receive";

    private static CodeExample Which(SecretKind kind)
    {
        var variable = kind == SecretKind.Payout ? "FREEDOM_PAY_PAYOUT_SECRET" : "FREEDOM_PAY_RECEIVE_SECRET";
        return new CodeExample(
            $"$secret = getenv('{variable}');",
            $"var secret = Environment.GetEnvironmentVariable(\"{variable}\");",
            $"const secret = process.env.{variable};",
            $"secret = os.environ[\"{variable}\"]",
            $"secret := os.Getenv(\"{variable}\")");
    }
}
