using System.Buffers.Binary;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The beginning of a SQLite file, in which it says what it is (https://sqlite.org/fileformat.html). Pure.</summary>
/// <param name="PageSize">In bytes.</param>
/// <param name="Program">Which program it belongs to; 0 when it does not say.</param>
/// <param name="Store">Which store it is; 0 when it does not say.</param>
internal readonly record struct SqliteHeader(int PageSize, int Program, int Store)
{
    public const int Length = 100;

    /// <summary>What the sandbox's files say: "FPSb".</summary>
    public const int Sandbox = 0x46505362;

    private const int UsualPage = 4096;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <returns>Nothing when it is no SQLite file.</returns>
    public static SqliteHeader? Parse(ReadOnlySpan<byte> bytes) => bytes.Length >= Length && bytes.StartsWith(Magic)
        ? new SqliteHeader(
            BinaryPrimitives.ReadUInt16BigEndian(bytes[16..]) is var size and not 1 ? size : 65536,
            BinaryPrimitives.ReadInt32BigEndian(bytes[68..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[60..]))
        : null;

    /// <summary>A database without tables, with a log beside it: what SQLite itself would make, and says whose it is from its first byte on.</summary>
    public static byte[] Empty(int store)
    {
        var page = new byte[UsualPage];
        Magic.CopyTo(page);
        BinaryPrimitives.WriteUInt16BigEndian(page.AsSpan(16), UsualPage);
        page[18] = page[19] = 2; // Written and read with a log.
        (page[21], page[22], page[23]) = (64, 32, 32);
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(24), 1); // Changed once,
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(28), 1); // a page long,
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(60), store);
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(68), Sandbox);
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(92), 1); // as of that change,
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(96), 3_040_001); // by a version that knows all of the above.
        page[100] = 0x0D; // A list of tables with nothing in it.
        BinaryPrimitives.WriteUInt16BigEndian(page.AsSpan(105), UsualPage);
        return page;
    }
}
