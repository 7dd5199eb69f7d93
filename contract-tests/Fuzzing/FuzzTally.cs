using System.Globalization;

namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>What a run of the fuzzer has seen.</summary>
internal sealed class FuzzTally
{
    private long _memory;
    private double _memoryPerByte;
    private int _longest;

    public long ReadCount { get; private set; }

    public long RefusedCount { get; private set; }

    public TimeSpan Slowest { get; private set; }

    /// <summary>What the last request was read as.</summary>
    public string Last { get; private set; } = "";

    public void Add(FuzzReading reading, FuzzCase request)
    {
        if (reading.IsRead)
            ReadCount++;
        else
            RefusedCount++;
        Last = reading.Shown;
        Slowest = Slowest > reading.Duration ? Slowest : reading.Duration;
        _memory = Math.Max(_memory, reading.Memory);
        _memoryPerByte = Math.Max(_memoryPerByte, reading.Memory / (request.Content.Length + 1000.0));
        _longest = Math.Max(_longest, request.Content.Length);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{ReadCount + RefusedCount} requests, {ReadCount} read, {RefusedCount} refused; slowest {Slowest.TotalMilliseconds:0.0} ms; most memory {_memory / 1024} KiB, {_memoryPerByte:0} bytes a byte; longest {_longest} bytes");
}
