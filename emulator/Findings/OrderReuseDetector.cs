using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Sees order ids that were used before, and calls that were sent twice.</summary>
internal static class OrderReuseDetector
{
    private static readonly string s_refused = GatewayError.DuplicateOrder.ToString(CultureInfo.InvariantCulture);

    public static void Inspect(in ObservedCall call, string request, DateTimeOffset now, FindingLog book)
    {
        if (call.Answer?.Fields[Fields.ErrorCode] != s_refused || call.Fields[Fields.OrderId] is not { } order)
            return;
        var finding = call.RepeatsAfter is { } after
            ? new Finding(FindingKind.CallRepeated, now, $"The call that pays order {order} was sent twice, {Apart(after)} apart.")
            : new Finding(FindingKind.OrderReused, now, $"Order {order} was used for another payout before.");
        book.Add(order, finding with { Request = request });
    }

    private static string Apart(TimeSpan after) => after < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{after.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{after.TotalSeconds:0.#} s");
}

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

/// <summary>Remembers the last few things by their keys; the oldest go first.</summary>
internal sealed class Recent<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<TKey> _order = new();

    public IEnumerable<TValue> Values => _values.Values;

    /// <summary>Remembers it in the place of what was there.</summary>
    /// <returns>Whether anything was.</returns>
    public bool Put(TKey key, TValue value, [MaybeNullWhen(false)] out TValue before)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_values, key, out var wasThere);
        before = place;
        place = value;
        if (!wasThere)
        {
            _order.Enqueue(key);
            while (_order.Count > most)
                _values.Remove(_order.Dequeue());
        }

        return wasThere;
    }

    /// <summary>Forgets it. Its place in the order stays, so that few are remembered for a while.</summary>
    public void Forget(TKey key) => _values.Remove(key);
}
