using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>
/// Which cases are tried: some with every run of the suite. <c>FUZZ_CASES=1000000</c> tries more of them, <c>FUZZ_SEED</c> others,
/// <c>FUZZ_FROM</c> begins with a later one.
/// </summary>
internal sealed record FuzzRun(long Seed, long From, long Cases)
{
    private const long KnownSeed = 9970;

    public IEnumerable<long> Numbers
    {
        get
        {
            for (var number = From; number < From + Cases; number++)
                yield return number;
        }
    }

    /// <param name="perRun">How many are tried where nobody chooses.</param>
    public static FuzzRun Create(long perRun) => new(Chosen("FUZZ_SEED", KnownSeed), Chosen("FUZZ_FROM", 0), Chosen("FUZZ_CASES", perRun));

    public Dice Dice(long number) => new((ulong)Seed, (ulong)number);

    /// <summary>Fails, and says how the case is made again.</summary>
    [DoesNotReturn]
    public void Fail(long number, Exception fault, object? tried) => Assert.Fail(Failure(number, fault, tried));

    public string Failure(long number, Exception fault, object? tried) =>
        $"FUZZ_SEED={Seed} FUZZ_FROM={number} FUZZ_CASES=1 shows it again.\n{fault.GetType().Name}: {fault.Message}\n{tried}\n{fault.StackTrace}";

    public override string ToString() => $"FUZZ_SEED={Seed}";

    private static long Chosen(string variable, long otherwise) =>
        long.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : otherwise;
}
