using BenchmarkDotNet.Attributes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Benchmarks;

/// <summary>Reading one payout in each of the ways in which it may be sent.</summary>
public class ReadingBenchmarks
{
    /// <summary>As <c>application/x-www-form-urlencoded</c>.</summary>
    /// <returns>The fields.</returns>
    [Benchmark(Baseline = true)]
    public MessageReadResult Form() => FormMessage.Read(PayoutMessage.AsForm);

    /// <summary>As <c>multipart/form-data</c>.</summary>
    /// <returns>The fields.</returns>
    [Benchmark]
    public MessageReadResult Multipart() => MultipartMessage.Read(PayoutMessage.AsMultipart, PayoutMessage.Boundary);

    /// <summary>As JSON.</summary>
    /// <returns>The fields.</returns>
    [Benchmark]
    public MessageReadResult Json() => JsonMessage.Read(PayoutMessage.AsJson);

    /// <summary>As XML.</summary>
    /// <returns>The fields.</returns>
    [Benchmark]
    public MessageReadResult Xml() => XmlMessage.Read(PayoutMessage.AsXml, Fields.Request);
}
