using System.Security.Cryptography;
using System.Text;

namespace FreedomPaySandbox.ContractTests.Doctor;

/// <summary>
/// Signs a call step by step as an integrator would write it, sharing nothing with the product; each step can be done wrong.
/// </summary>
internal sealed class HandSigner(RandomCall call)
{
    public RandomCall Call { get; } = call;

    public string? Script { get; set; } = call.Script;

    public string Secret { get; set; } = call.Secret;

    public List<(string Name, string Value)> Pairs { get; set; } = [.. call.Fields];

    public Func<List<(string Name, string Value)>, IEnumerable<(string Name, string Value)>> Sort { get; set; } = ByBytes;

    public Func<(string Name, string Value), string> Write { get; set; } = pair => pair.Value;

    public string Glue { get; set; } = ";";

    /// <summary>Puts script, values and secret together.</summary>
    public Func<HandSigner, IEnumerable<string>, IEnumerable<string>> Assemble { get; set; } =
        (signer, values) => signer.Script is null ? [.. values, signer.Secret] : [signer.Script, .. values, signer.Secret];

    public Func<string, string> Finish { get; set; } = text => text;

    public Func<string, byte[]> Bytes { get; set; } = Encoding.UTF8.GetBytes;

    public Func<byte[], byte[]> Hash { get; set; } = MD5.HashData;

    public Func<byte[], string> Digest { get; set; } = Hex;

    public string Signature => Digest(Hash(Bytes(Finish(string.Join(Glue, Assemble(this, Sort(Pairs).Select(Write)))))));

    public void Map(Func<string, string> change) => Pairs = [.. Pairs.Select(pair => (pair.Name, change(pair.Value)))];

    public void Set(string name, string value) => Pairs = [.. Pairs.Select(pair => pair.Name == name ? (name, value) : pair)];

    public void Drop(Func<(string Name, string Value), bool> isLeftOut) => Pairs = [.. Pairs.Where(pair => !isLeftOut(pair))];

    /// <summary>The top names byte by byte, and below one of them the others (S-2, S-6).</summary>
    public static IEnumerable<(string Name, string Value)> ByBytes(List<(string Name, string Value)> pairs) => pairs
        .OrderBy(pair => GetHex(pair.Name.Split('[')[0]), StringComparer.Ordinal)
        .ThenBy(pair => GetHex(pair.Name), StringComparer.Ordinal);

    public static string Hex(byte[] bytes) => string.Concat(bytes.Select(octet => octet.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));

    public static string GetHex(string text) => Hex(Encoding.UTF8.GetBytes(text));
}
