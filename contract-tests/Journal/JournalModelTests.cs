using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Journal;

/// <summary>Holds a journal to a plain list of everything that was ever added.</summary>
public sealed class JournalModelTests
{
    private static readonly string?[] s_outcomes = ["ok", "error 1100", "error 9991", "process"];

    private static readonly Gen<History> s_histories =
        from capacity in Gen.Choose(1, 12)
        from outcomes in Gen.Elements(s_outcomes).ListOf()
        from after in Gen.Choose(0, 40)
        from limit in Gen.Choose(1, 8)
        from outcome in Gen.Elements([null, "error", .. s_outcomes])
        select new History(capacity, [.. outcomes!], after, limit, outcome);

    [Fact]
    public void A_journal_is_the_end_of_a_list() => FixedSeed.ForAll(s_histories, history =>
    {
        using var journal = new MerchantJournal(9970, new ChangeSignal(), history.Capacity, new JournalBudget());
        foreach (var outcome in history.Outcomes)
            journal.Add(AnyCall.Entry("a", outcome!));
        var query = new JournalQuery { After = history.After, Limit = history.Limit, Outcome = history.Outcome };

        var all = history.Outcomes.Select((outcome, i) => (Number: i + 1, Outcome: outcome!)).ToList();
        var evicted = Math.Max(0, all.Count - history.Capacity);
        var looked = all.Skip(evicted).Where(entry => entry.Number > history.After).ToList();
        var matching = looked.Where(entry => history.Outcome is null || entry.Outcome.StartsWith(history.Outcome, StringComparison.Ordinal)).ToList();
        var isComplete = evicted <= history.After && history.After <= all.Count;

        var page = journal.Find(query);
        Assert.Equal(matching.Take(history.Limit), page.Entries.Select(entry => ((int)entry.Number, entry.Outcome)));
        Assert.Equal(matching.Count >= history.Limit ? matching[history.Limit - 1].Number : all.Count, page.Next);
        Assert.Equal((evicted, isComplete), (page.Evicted, page.Complete));
        Assert.Equal(new JournalCount(matching.Count, isComplete, evicted), journal.Count(query));
    });

    private sealed record History(int Capacity, IReadOnlyList<string?> Outcomes, int After, int Limit, string? Outcome);
}
