namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>All mistakes that could have been made in signing a call, aspect by aspect.</summary>
internal static class KnownMistakes
{
    /// <summary>The mistakes that are worth trying on a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="fields">The fields that may have been signed.</param>
    /// <param name="mask">Hides what must not be told.</param>
    public static IEnumerable<Mistake> All(SignatureCase call, SignedFields fields, CaseMask mask) =>
    [
        .. ScriptMistakes.Create(call, mask),
        .. SecretMistakes.Create(call),
        .. OrderMistakes.All,
        .. fields.AreNested ? NestingMistakes.All : [],
        .. FieldMistakes.All(call, fields),
        .. LaterChangeMistakes.Create(fields.All, mask),
        .. AmountMistakes.All,
        .. ValueMistakes.All,
        .. CharsetMistakes.All,
        .. JoinMistakes.All,
        .. DigestMistakes.All,
    ];
}
