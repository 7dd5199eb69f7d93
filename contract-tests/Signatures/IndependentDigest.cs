using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Signatures;

/// <summary>
/// The signature computed a second time from the documented rule, so that a test shares no mistake with <c>Signature</c>.
/// </summary>
internal static class IndependentDigest
{
    public static string Compute(string script, IEnumerable<Parameter> fields, string secret) =>
        Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(Text(script, fields, secret)))).ToLowerInvariant();

    public static string Text(string script, IEnumerable<Parameter> fields, string secret) =>
        string.Join(';', [script, .. Values(fields.Where(IsSigned)), secret]);

    /// <summary>The fields with their signature appended.</summary>
    public static Parameters Sign(string script, IEnumerable<Parameter> fields, string secret) =>
        new([.. fields, new Parameter("pg_sig", Compute(script, fields, secret))]);

    private static bool IsSigned(Parameter field) => !string.Equals(field.Name, "pg_sig", StringComparison.Ordinal);

    // OrderBy is stable; the hex form of UTF-8 sorts as its bytes do.
    private static IEnumerable<string> Values(IEnumerable<Parameter> fields) => fields
        .OrderBy(field => Convert.ToHexString(Encoding.UTF8.GetBytes(field.Name)), StringComparer.Ordinal)
        .SelectMany(field => field.Children is { } children ? Values(children) : [field.Value]);
}
