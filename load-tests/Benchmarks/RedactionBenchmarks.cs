using BenchmarkDotNet.Attributes;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Benchmarks;

/// <summary>Looking for card numbers in the texts of one payout: each is looked at before it is kept.</summary>
public class RedactionBenchmarks
{
    private static readonly string[] s_usual =
    [
        "9970", "1234", "100", "4405645000006150", "Описание платежа", "http://localhost:9099/post", "some random string", "1234", "Ivan Ivanov", "KZT", "36e4eab5568b31ab0550be8334786114",
    ];

    private static readonly string[] s_disguised = ["to 4671 5938 6647 8252 12/28", "Оплата на карту 4671.5938.6647.8252", "４６７１ ５９３８ ６６４７ ８２５２"];

    /// <summary>The texts of a payout of eleven fields, of which one is a card number.</summary>
    /// <returns>How many characters are shown of them.</returns>
    [Benchmark(Baseline = true)]
    public int Usual() => Shown(s_usual);

    /// <summary>Three texts with a card number in disguise.</summary>
    /// <returns>How many characters are shown of them.</returns>
    [Benchmark]
    public int Disguised() => Shown(s_disguised);

    private static int Shown(string[] texts)
    {
        var length = 0;
        foreach (var text in texts)
            length += Redaction.Cards(text).Length;
        return length;
    }
}
