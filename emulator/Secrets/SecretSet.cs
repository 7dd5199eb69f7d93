using System.Buffers;

namespace FreedomPaySandbox.Emulator.Secrets;

/// <summary>The secrets of all merchants, to be taken out of what nobody can tell whose it is.</summary>
internal sealed class SecretSet
{
    private readonly SearchValues<string> _any;
    private readonly string[] _longestFirst;

    public SecretSet(IEnumerable<MerchantSecrets> merchants)
    {
        _longestFirst = [.. merchants.SelectMany(merchant => new[] { merchant.Payout, merchant.Receive }).Where(secret => secret.Length > 0)
            .Distinct(StringComparer.Ordinal).OrderByDescending(secret => secret.Length)];
        _any = SearchValues.Create(_longestFirst, StringComparison.Ordinal);
    }

    public bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(_any);

    public string Hide(string text)
    {
        if (!AreIn(text))
            return text;
        foreach (var secret in _longestFirst)
            text = text.Replace(secret, Redaction.Dots, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Prints as dots, as each of them does.</summary>
    public override string ToString() => Redaction.Dots;
}
