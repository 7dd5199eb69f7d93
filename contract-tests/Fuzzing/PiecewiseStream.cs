namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>Bytes that come a few at a time, as they do over a network, and without anybody waiting for them.</summary>
internal sealed class PiecewiseStream(byte[] content, int piece) : MemoryStream(content, writable: false)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
}
