using BenchmarkDotNet.Attributes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Benchmarks;

/// <summary>Signing and checking a payout of eleven fields.</summary>
public class SignatureBenchmarks
{
    /// <summary>Sort, join, MD5, hex.</summary>
    /// <returns>The signature.</returns>
    [Benchmark]
    public string Compute() => Signature.Compute(PayoutMessage.Script, PayoutMessage.Fields, PayoutMessage.Secret);

    /// <summary>The same, compared in fixed time.</summary>
    /// <returns>Whether it is right.</returns>
    [Benchmark]
    public bool Verify() => Signature.Verify(PayoutMessage.Script, PayoutMessage.Fields, PayoutMessage.Secret);
}
