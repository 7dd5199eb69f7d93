using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace FreedomPaySandbox.Protocol;

/// <summary>
/// <c>pg_sig</c>: the lower-case hex MD5 of <c>script;value₁;…;valueₙ;secret</c>, values in the order of their field names (S-1 to S-8).
/// Source: docs.freedompay.kg, "Signature"; the order of nested fields: paybox.money, "merchant-to-paybox".
/// </summary>
public static class Signature
{
    private const int DigestLength = 32;

    /// <summary>Computes the signature of a message.</summary>
    /// <param name="script">The script name, see <see cref="ScriptName"/>.</param>
    /// <param name="parameters">All fields; a <c>pg_sig</c> among them is left out (S-3).</param>
    /// <param name="secret">The merchant's secret for this operation (S-9).</param>
    /// <returns>32 lower-case hex digits.</returns>
    public static string Compute(string script, Parameters parameters, string secret)
    {
        Span<byte> digest = stackalloc byte[MD5.HashSizeInBytes];
        Hash(script, parameters, secret, digest);
        return Convert.ToHexStringLower(digest);
    }

    /// <summary>The text whose MD5 is the signature. It holds the secret: do not log it.</summary>
    /// <inheritdoc cref="Compute"/>
    /// <returns>The joined text.</returns>
    public static string TextToSign(string script, Parameters parameters, string secret)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer, script, parameters, secret);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>
    /// Whether the message carries the right <c>pg_sig</c>. Compared exactly and in fixed time (S-8); a missing or repeated
    /// <c>pg_sig</c> and a missing <c>pg_salt</c> are wrong signatures (S-13).
    /// </summary>
    /// <inheritdoc cref="Compute"/>
    /// <returns><see langword="true"/> when the signature is right.</returns>
    public static bool Verify(string script, Parameters parameters, string secret)
    {
        if (parameters.GetCount(Fields.Signature) != 1 || parameters[Fields.Signature] is not { Length: DigestLength } received)
            return false;
        if (parameters.GetCount(Fields.Salt) == 0)
            return false;

        Span<byte> digest = stackalloc byte[MD5.HashSizeInBytes];
        Hash(script, parameters, secret, digest);

        Span<char> expected = stackalloc char[DigestLength];
        Convert.TryToHexStringLower(digest, expected, out _);
        var difference = 0;
        for (var i = 0; i < DigestLength; i++)
            difference |= expected[i] ^ received[i];
        return difference == 0;
    }

    private static void Hash(string script, Parameters parameters, string secret, Span<byte> digest)
    {
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        Write(buffer, script, parameters, secret);
        MD5.HashData(buffer.WrittenSpan, digest);

        // It held a secret, and one huge message must not keep its memory for good.
        buffer.Clear();
        if (buffer.Capacity > MaxKeptBuffer)
            t_buffer = null;
    }

    private const int MaxKeptBuffer = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    private static void Write(ArrayBufferWriter<byte> buffer, string script, Parameters parameters, string secret)
    {
        Encoding.UTF8.GetBytes(script, buffer);
        WriteValues(buffer, parameters, top: true);
        buffer.Write(";"u8);
        Encoding.UTF8.GetBytes(secret, buffer);
    }

    private static void WriteValues(ArrayBufferWriter<byte> buffer, Parameters parameters, bool top)
    {
        Span<int> order = parameters.Count <= 64 ? stackalloc int[parameters.Count] : new int[parameters.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Sort(order, parameters);

        foreach (var index in order)
        {
            var field = parameters[index];
            if (top && string.Equals(field.Name, Fields.Signature, StringComparison.Ordinal))
                continue;
            if (field.Children is { } children)
            {
                WriteValues(buffer, children, top: false);
                continue;
            }

            buffer.Write(";"u8);
            Encoding.UTF8.GetBytes(field.Value, buffer);
        }
    }

    // By insertion as long as there are few: they mostly come sorted or nearly so, and the library's sort allocates.
    private static void Sort(Span<int> order, Parameters parameters)
    {
        var comparer = new ByNameThenArrival(parameters);
        if (order.Length > MaxInserted)
        {
            order.Sort(comparer);
            return;
        }

        for (var i = 1; i < order.Length; i++)
        {
            var (moving, place) = (order[i], i);
            for (; place > 0 && comparer.Compare(order[place - 1], moving) > 0; place--)
                order[place] = order[place - 1];
            order[place] = moving;
        }
    }

    private const int MaxInserted = 32;

    // The arrival order settles ties, so that fields of one name keep it (S-7) under an unstable sort.
    private readonly struct ByNameThenArrival(Parameters parameters) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            var byName = FieldOrder.Instance.Compare(parameters[x].Name, parameters[y].Name);
            return byName != 0 ? byName : x - y;
        }
    }
}
