using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace FreedomPaySandbox.ContractTests.Evidence;

/// <summary>Checks a property on generated examples that are the same at every run.</summary>
internal static class FixedSeed
{
    private const int ExamplesPerProperty = 400;

    private static readonly Config s_config = Config.QuickThrowOnFailure
        .WithQuietOnSuccess(true)
        .WithMaxTest(ExamplesPerProperty)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(9970, 13677813), FSharpOption<int>.None)));

    public static void ForAll<T>(Gen<T> examples, Action<T> property) => ForAll(examples, ExamplesPerProperty, property);

    /// <summary>With fewer examples, where each takes its time.</summary>
    public static void ForAll<T>(Gen<T> examples, int count, Action<T> property) =>
        Prop.ForAll(examples.ToArbitrary(), property).Check(s_config.WithMaxTest(count));
}
