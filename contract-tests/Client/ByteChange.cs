using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>A change of one byte: replaced, dropped or added.</summary>
internal sealed record ByteChange(int Position, byte Value, int Dropped, int Added)
{
    public static Gen<ByteChange> Any { get; } =
        from position in Gen.Choose(0, int.MaxValue)
        from value in Gen.Choose(0, 255)
        from way in Gen.Elements((1, 1), (1, 0), (0, 1))
        select new ByteChange(position, (byte)value, way.Item1, way.Item2);

    public int At(byte[] message) => Position % message.Length;

    public byte[] Generate(byte[] message) =>
        [.. message.AsSpan(0, At(message)), .. Enumerable.Repeat(Value, Added), .. message.AsSpan(At(message) + Dropped)];
}
