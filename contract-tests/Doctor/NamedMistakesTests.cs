using System.Globalization;
using FreedomPaySandbox.Emulator.Signatures;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Doctor;

public sealed class NamedMistakesTests(ITestOutputHelper output)
{
    private const int Calls = 120;
    private const int PairsOfEachCall = 12;

    [Fact]
    public void Nearly_every_mistake_in_any_call_is_named()
    {
        var tally = new Tally();
        for (var number = 0; number < Calls; number++)
        {
            var call = new RandomCall(number);
            var right = WrongStep.Sign(call);
            var wrong = WrongSteps.All.Select(step => (Step: step, Signature: WrongStep.Sign(call, step))).Where(one => one.Signature != right).ToList();
            foreach (var (step, signature) in wrong)
            {
                // Two mistakes may come to the same; then either is the truth.
                var names = wrong.Where(other => other.Signature == signature).Select(other => other.Step.Id);
                var diagnosis = Examine(call, signature);
                tally.Count(step.Id, names.Contains(diagnosis.Id, StringComparer.Ordinal), $"{step.Id} was called {diagnosis.Id} in {call}");
            }
        }

        output.WriteLine(tally.ToString());
        Assert.True(tally.Kinds >= 25, $"Only {tally.Kinds} mistakes were made.");
        Assert.Equal(WrongSteps.All.Select(step => step.Id).Distinct(StringComparer.Ordinal).Count(), tally.Kinds);
        Assert.True(tally.Share >= 0.99, tally.ToString());
    }

    [Fact]
    public void Most_pairs_of_mistakes_are_named_together()
    {
        var tally = new Tally();
        for (var number = 1000; number < 1000 + Calls; number++)
        {
            var call = new RandomCall(number);
            var right = WrongStep.Sign(call);
            for (var i = 0; i < PairsOfEachCall; i++)
            {
                var (one, other) = (call.Any(WrongSteps.All), call.Any(WrongSteps.All));
                var signature = WrongStep.Sign(call, one, other);
                string[] alone = [right, WrongStep.Sign(call, one), WrongStep.Sign(call, other)];
                if (one.Turn == other.Turn || alone.Contains(signature, StringComparer.Ordinal))
                    continue;
                var diagnosis = Examine(call, signature);
                var isNamed = diagnosis.Ids.Order(StringComparer.Ordinal).SequenceEqual(((string[])[one.Id, other.Id]).Order(StringComparer.Ordinal), StringComparer.Ordinal);
                tally.Count($"{one.Id}+{other.Id}", isNamed || IsTrue(diagnosis, call, signature), $"{one.Id}+{other.Id} was called {diagnosis.Id} in {call}");
            }
        }

        output.WriteLine(tally.ToString());
        Assert.True(tally.Kinds >= 300, $"Only {tally.Kinds} pairs were made.");
        Assert.True(tally.Share >= 0.90, tally.ToString());
    }

    [Fact]
    public void A_right_signature_is_never_blamed()
    {
        for (var number = 0; number < 500; number++)
        {
            var call = new RandomCall(number);
            Assert.Null(SignatureDoctor.Examine(call.Signed(WrongStep.Sign(call))));
        }
    }

    [Fact]
    public void The_same_call_is_diagnosed_the_same_each_time()
    {
        var call = new RandomCall(7);
        foreach (var signature in WrongSteps.All.Select(step => WrongStep.Sign(call, step)).Where(signature => signature != WrongStep.Sign(call)).AssertNotEmpty())
            Assert.Equal(DiagnosisText.Render(Examine(call, signature)), DiagnosisText.Render(Examine(new RandomCall(7), signature)));
    }

    [Fact]
    public void A_call_cut_off_at_any_place_gets_some_diagnosis()
    {
        var call = new RandomCall(3);
        var signature = WrongStep.Sign(call);
        for (var length = 0; length < signature.Length; length++)
        {
            var diagnosis = Examine(call, signature[..length]);
            Assert.False(string.IsNullOrEmpty(diagnosis.Sentence));
        }
    }

    private static Diagnosis Examine(RandomCall call, string signature)
    {
        var diagnosis = SignatureDoctor.Examine(call.Signed(signature));
        Assert.NotNull(diagnosis);
        return diagnosis;
    }

    // Another explanation is as good when it gives the same signature.
    private static bool IsTrue(Diagnosis diagnosis, RandomCall call, string signature)
    {
        var steps = diagnosis.Ids.Select(id => WrongSteps.All.Where(step => step.Id == id)).ToList();
        var ways = steps.Aggregate(
            (IEnumerable<IEnumerable<WrongStep>>)[[]],
            (all, next) => all.SelectMany(_ => next, (done, step) => done.Append(step)));
        return diagnosis.IsKnown && ways.Any(way => WrongStep.Sign(call, way) == signature);
    }

    private sealed class Tally
    {
        private readonly Dictionary<string, (int Named, int All)> _counts = new(StringComparer.Ordinal);
        private readonly List<string> _missed = [];

        public int Kinds => _counts.Count;

        public double Share => (double)_counts.Values.Sum(count => count.Named) / _counts.Values.Sum(count => count.All);

        public void Count(string kind, bool isNamed, string otherwise)
        {
            var (named, all) = _counts.GetValueOrDefault(kind);
            _counts[kind] = (named + (isNamed ? 1 : 0), all + 1);
            if (!isNamed)
                _missed.Add(otherwise);
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Share:P2} of {_counts.Values.Sum(count => count.All)} cases, {Kinds} kinds, were named. Missed:\n{string.Join('\n', _missed.Take(25))}");
    }
}
