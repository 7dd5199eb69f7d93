using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>
/// Remembers when calls that name an order came, to tell a call that was sent twice from an order id that was used twice. By arrival,
/// because the second of two calls at once may be answered first.
/// </summary>
internal sealed class RepeatDetector
{
    private const int Remembered = 256;
    private const int LongestOrder = 100;

    private readonly Recent<(string Order, string Signature), DateTimeOffset> _came = new(Remembered);

    /// <returns>How long before the same call came, if it did: the same signature is the same values.</returns>
    public TimeSpan? Look(Parameters fields, DateTimeOffset now) =>
        fields[Fields.OrderId] is { Length: > 0 and <= LongestOrder } order
        && fields[Fields.Signature] is { } signature
        && _came.Put((order, signature), now, out var before)
            ? now - before
            : null;
}
