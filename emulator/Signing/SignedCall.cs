using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>A call with its new signature.</summary>
internal sealed record SignedCall(SignCall Call, SignSecret Secret, Parameters Fields, IReadOnlyList<SignField> Added, string Signature)
{
    /// <summary>
    /// The salt given to a call that has none. Fixed, so that the same call signs the same twice; the gateway takes any text.
    /// </summary>
    public const string Salt = "sandbox";

    public static SignedCall Sign(SignCall call, SignSecret secret)
    {
        var fields = new Parameters(call.Body.Fields);
        var added = new List<SignField>();
        if (fields.GetCount(Protocol.Fields.Salt) == 0)
        {
            fields.Add(Protocol.Fields.Salt, Salt);
            added.Add(new SignField(Protocol.Fields.Salt, Salt));
        }

        var signature = Protocol.Signature.Compute(call.Script, fields, secret.Text);
        added.Add(new SignField(Protocol.Fields.Signature, signature));
        return new SignedCall(call, secret, fields, added, signature);
    }

    public bool SaltAdded => Added.Count > 1;

    /// <summary>Whether the call already had this signature; <see langword="null"/> when it had none.</summary>
    public bool? WasRight => Fields.GetCount(Protocol.Fields.Signature) == 0 ? null : !SaltAdded && Protocol.Signature.Verify(Call.Script, Fields, Secret.Text);

    /// <summary>The text whose MD5 is the signature, without what is nobody's business.</summary>
    public string ShownText => GetText(SignMask.HideSecret(SignMask.HideCards(Fields), Secret), Secret.Shown);

    /// <summary>What <see cref="ShownText"/> hides, or <see langword="null"/> when it is all there.</summary>
    public string? Hidden => (Cards: HidesCards, Secret: !Secret.IsPublished) switch
    {
        (true, true) => "the secret and card numbers",
        (true, false) => "card numbers",
        (false, true) => "the secret",
        _ => null,
    };

    /// <summary>The names of the signed fields, in the order of their values (S-2, S-6, S-7).</summary>
    public IEnumerable<string> Order => GetOrder(Fields.Where(one => !string.Equals(one.Name, Protocol.Fields.Signature, StringComparison.Ordinal)), prefix: "");

    /// <summary>The first field that gives the secret away, or <see langword="null"/>.</summary>
    public string? Leak => LeakIn(Fields);

    /// <summary>The command that makes the call, one option a line.</summary>
    public string Curl
    {
        get
        {
            var kept = string.Concat(Call.Kept.Select(word => $"{ShellWords.QuoteIfNeeded(word)} "));
            var get = Call.Body.IsQuery ? "-G " : "";
            return string.Join(" \\\n  ", [$"curl {kept}{get}{ShellWords.QuoteIfNeeded(Call.Url)}", .. Call.Body.CurlOptions(Added)]);
        }
    }

    private bool HidesCards => !string.Equals(GetText(SignMask.HideCards(Fields), Secret.Text), GetText(Fields, Secret.Text), StringComparison.Ordinal);

    private string GetText(Parameters fields, string secret) => Protocol.Signature.TextToSign(Call.Script, fields, secret);

    private static IEnumerable<string> GetOrder(IEnumerable<Parameter> level, string prefix) =>
        from field in level.OrderBy(field => field.Name, FieldOrder.Instance)
        let path = prefix.Length > 0 ? $"{prefix}[{field.Name}]" : field.Name
        from name in field.Children is { } children ? GetOrder(children, path) : [path]
        select name;

    private string? LeakIn(Parameters fields)
    {
        foreach (var field in fields)
        {
            if (field.Children is { } children ? LeakIn(children) is not null : string.Equals(field.Value, Secret.Text, StringComparison.Ordinal))
                return field.Name;
        }

        return null;
    }
}
