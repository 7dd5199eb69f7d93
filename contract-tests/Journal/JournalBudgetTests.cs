using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Journal;

public sealed class JournalBudgetTests
{
    private static readonly int s_size = AnyCall.Entry("a").Size;

    private readonly JournalBudget _budget = new(bytes: 20 * s_size);

    [Fact]
    public void A_noisy_merchant_costs_a_quiet_one_nothing()
    {
        using var quiet = Open(1);
        using var noisy = Open(2);
        Add(quiet, 5);
        Add(noisy, 100);

        Assert.Equal(new JournalCount(5, Complete: true, Evicted: 0), quiet.Count(new JournalQuery()));
        Assert.InRange(noisy.Count(new JournalQuery()).Count, 13, 15);
        Assert.InRange(_budget.Spent, 0, 20 * s_size);
    }

    [Fact]
    public void Merchants_of_one_size_share_what_there_is()
    {
        var journals = Enumerable.Range(1, 4).Select(id => Open(id)).ToList();
        for (var round = 0; round < 50; round++)
            journals.ForEach(journal => Add(journal, 1));

        Assert.All(journals, journal => Assert.InRange(journal.Count(new JournalQuery()).Count, 4, 6));
        Assert.InRange(_budget.Spent, 15 * s_size, 20 * s_size);
        journals.ForEach(journal => journal.Dispose());
        Assert.Equal(0, _budget.Spent);
    }

    [Fact]
    public void An_entry_that_is_too_large_for_all_is_let_go_itself()
    {
        using var journal = Open(1);
        var fields = new Parameters(Enumerable.Range(0, 30).Select(i => new Parameter($"pg_{i}", new string('x', 1000))));
        var large = JournalEntry.From(AnyCall.With(fields), 1, secrets: null);
        Assert.True(large.Size > 20 * s_size);

        journal.Add(large);

        Assert.Equal(new JournalCount(0, Complete: false, Evicted: 1), journal.Count(new JournalQuery()));
        Assert.Equal(0, _budget.Spent);
    }

    [Fact]
    public void Memory_that_is_given_back_can_be_used_again()
    {
        var gone = Open(1);
        Add(gone, 100);
        gone.Dispose();
        using var other = Open(2);
        Add(other, 20);
        Assert.Equal(0, other.Count(new JournalQuery()).Evicted);
    }

    [Fact]
    public void The_bound_holds_while_many_add_and_some_close()
    {
        var journals = Enumerable.Range(1, 4).Select(id => Open(id)).ToList();

        Parallel.ForEach(journals, journal =>
        {
            Add(journal, 500);
            if (journal == journals[0])
                journal.Dispose();
        });

        Assert.Equal(journals.Sum(journal => journal.Size), _budget.Spent);
        Assert.InRange(_budget.Spent, 0, 20 * s_size);
        journals.ForEach(journal => journal.Dispose());
        Assert.Equal(0, _budget.Spent);
    }

    private static void Add(MerchantJournal journal, int entries)
    {
        for (var i = 0; i < entries; i++)
            journal.Add(AnyCall.Entry("a"));
    }

    private MerchantJournal Open(long merchantId) => new(merchantId, new ChangeSignal(), 1000, _budget);
}
