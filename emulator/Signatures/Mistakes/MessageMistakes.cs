using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>What is wrong with a message before anything is hashed: no signature, no salt, or not one of it (S-13).</summary>
internal static class MessageMistakes
{
    public const string NothingFound =
        "No known mistake gives this digest. Compare the text you sign with the right one: most often the secret is another, or a value was changed after signing.";

    private static readonly CodeExample s_signature = new(
        "$params['pg_sig'] = $sig; // once, as the last field",
        "fields[\"pg_sig\"] = sig; // once, as the last field",
        "params.pg_sig = sig; // once, as the last field",
        "params[\"pg_sig\"] = sig  # once, as the last field",
        "params[\"pg_sig\"] = sig // once, as the last field");

    private static readonly CodeExample s_salt = new(
        "$params['pg_salt'] = bin2hex(random_bytes(8)); // before signing",
        "fields[\"pg_salt\"] = Guid.NewGuid().ToString(\"N\"); // before signing",
        "params.pg_salt = randomBytes(8).toString('hex'); // before signing",
        "params[\"pg_salt\"] = secrets.token_hex(8)  # before signing",
        "params[\"pg_salt\"] = rand.Text() // crypto/rand, before signing");

    public static Mistake SignatureMissing { get; } = Create("sig-missing", $"{Fields.Signature} is missing: the call is not signed (S-13).", s_signature);

    public static Mistake SignatureEmpty { get; } = Create("sig-empty", $"{Fields.Signature} is empty: the call is not signed (S-13).", s_signature);

    public static Mistake SignatureRepeated { get; } = Create(
        "sig-repeated", $"{Fields.Signature} is there more than once; send it once, and replace the old one when you sign again (S-13).", s_signature);

    public static Mistake SaltMissing { get; } = Create("salt-missing", $"{Fields.Salt} is missing; a call without it is not signed rightly, whatever its digest (S-13).", s_salt);

    public static Mistake NoDigest(int length) => Create(
        "sig-not-a-digest",
        string.Create(CultureInfo.InvariantCulture, $"{Fields.Signature} is no digest: its length is {length}; it is the MD5 in 32 lower-case hex digits (S-8)."),
        WritingMistakes.Lines);

    private static Mistake Create(string id, string sentence, CodeExample lines) => new(id, MistakeKind.None, sentence, lines, static recipe => recipe);
}
