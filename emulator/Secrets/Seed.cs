using System.Buffers.Binary;
using System.Globalization;

namespace FreedomPaySandbox.Emulator.Secrets;

/// <summary>
/// All chance of a merchant: payment ids, references and salts are functions of its seed, a purpose and a number, so that the same
/// seed and inputs give the same bytes, in any order, on any number of sandboxes, without a generator to share.
/// </summary>
internal readonly record struct Seed(long Value)
{
    private const string UpperAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string LettersAndDigits = Lower + UpperAndDigits;
    private const long FirstPaymentId = 1_000_000_000;
    private const long PaymentIdRange = 8_000_000_000;
    private const double OneOf53Bits = 1.0 / (1L << 53);

    /// <summary>
    /// A seed nobody chose, and nobody guesses: secrets of merchants come of seeds. The chance in a GUID is the operating system's, as good
    /// as that of the library of cryptography, which each start would have to load first.
    /// </summary>
    public static Seed Draw()
    {
#pragma warning disable RS0030 // The one place where chance enters.
        var drawn = Guid.NewGuid().ToByteArray(bigEndian: true);
#pragma warning restore RS0030

        // The seventh byte and the ninth say of which kind it is.
        drawn[8] = drawn[0];
        return new Seed(BinaryPrimitives.ReadInt64BigEndian(drawn.AsSpan(8)) & long.MaxValue);
    }

    /// <summary>The number of a merchant's n-th payout: ten digits, rising, never twice (T-12).</summary>
    public long PaymentId(long merchantId, long number) =>
        FirstPaymentId + (long)(For("payment-id", merchantId) % PaymentIdRange) + number;

    /// <summary>The bank's reference of a payout: 14 upper-case letters and digits.</summary>
    public string Reference(long paymentId) => Text("reference", paymentId, UpperAndDigits, 14);

    /// <summary>The salt of a message, by what the message is and a number that no other of its kind has.</summary>
    public string Salt(string purpose, long number) => Text(purpose, number, LettersAndDigits, 16);

    /// <summary>What stands in the address of a payout's page, for nobody to guess: 24 lower-case letters.</summary>
    public string Ticket(long paymentId) => Text("ticket", paymentId, Lower, 24);

    /// <summary>The token of a merchant's n-th saved card: a UUID.</summary>
    public string CardToken(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, For("card-token", number));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], For("card-token-rest", number));

        // Version 4, as a random one has.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }

    /// <summary>A throw of the dice, from 0 up to but not 1, by what it decides and how often that was asked before.</summary>
    public double Chance(string purpose, long number) => (For(purpose, number) >> 11) * OneOf53Bits;

    private string Text(string purpose, long number, string alphabet, int length) =>
        string.Create(length, (State: For(purpose, number), alphabet), static (text, source) =>
        {
            var (state, alphabet) = source;
            foreach (ref var c in text)
            {
                state = Mix(state);
                c = alphabet[(int)(state % (ulong)alphabet.Length)];
            }
        });

    private ulong For(string purpose, long number)
    {
        var state = Mix((ulong)Value);
        foreach (var c in purpose)
            state = Mix(state ^ c);
        return Mix(state ^ (ulong)number);
    }

    // SplitMix64: every bit of the input reaches every bit of the output.
    private static ulong Mix(ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return state ^ (state >> 31);
    }
}
