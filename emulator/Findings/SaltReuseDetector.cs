using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Sees salts that come twice. The same request sent again is the same signature, and no matter.</summary>
internal sealed class SaltReuseDetector
{
    private const int Remembered = 128;
    private const int LongestSalt = 100;

    private readonly Recent<string, string> _signatures = new(Remembered);

    public void Inspect(Parameters fields, string request, DateTimeOffset now, FindingLog book)
    {
        if (fields[Fields.Salt] is not { Length: > 0 and <= LongestSalt } salt || fields[Fields.Signature] is not { } signature)
            return;
        if (_signatures.Put(salt, signature, out var before) && !string.Equals(before, signature, StringComparison.Ordinal))
        {
            book.Add("", new Finding(FindingKind.SaltReused, now, "Two different requests came with the same pg_salt.") { Request = request });
        }
    }
}
