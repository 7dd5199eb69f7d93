using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Journal;

namespace FreedomPaySandbox.ContractTests.Journal;

public sealed class MerchantJournalTests
{
    private readonly ChangeSignal _changes = new();
    private readonly JournalBudget _budget = new();

    [Fact]
    public void Entries_are_numbered_as_they_come()
    {
        using var journal = Open();
        Assert.Equal("9970-1", journal.Add(AnyCall.Entry("a")).Id.ToString());
        Assert.Equal(2, journal.Add(AnyCall.Entry("b")).Number);
        Assert.Equal(2, journal.LastNumber);
        Assert.Equal("b", journal.Find(2)?.OrderId);
        Assert.Null(journal.Find(0));
        Assert.Null(journal.Find(3));
    }

    [Fact]
    public void A_journal_that_replaces_another_goes_on_counting()
    {
        var first = Open();
        first.Add(AnyCall.Entry("a"));
        first.Dispose();
        using var second = new MerchantJournal(9970, _changes, 10, _budget, first.LastNumber);

        Assert.Equal(2, second.Add(AnyCall.Entry("b")).Number);
        Assert.Null(second.Find(1));
        var page = second.Find(new JournalQuery { After = 1 });
        Assert.Equal((1, 2L, true), (page.Entries.Count, page.Next, page.Complete));
    }

    [Fact]
    public void An_entry_gives_a_beat()
    {
        using var journal = Open();
        var next = _changes.Next;
        journal.Add(AnyCall.Entry("a"));
        Assert.True(next.IsCompleted);
    }

    [Theory]
    [InlineData("error", "c d e")]
    [InlineData("error 1100", "c e")]
    [InlineData("error 11", "")]
    [InlineData("ok", "a b")]
    [InlineData("", "a b c d e f")]
    [InlineData("HTTP 415", "f")]
    public void Outcomes_are_found_by_their_first_words(string outcome, string orders) =>
        AssertFinds(new JournalQuery { Outcome = outcome }, orders);

    [Fact]
    public void Each_filter_narrows()
    {
        AssertFinds(new JournalQuery(), "a b c d e f");
        AssertFinds(new JournalQuery { OrderId = "b" }, "b");
        AssertFinds(new JournalQuery { PaymentId = 7 }, "a");
        AssertFinds(new JournalQuery { Operation = "p2p2nonreg" }, "a b c d e f");
        AssertFinds(new JournalQuery { Operation = "to_iban" }, "");
        AssertFinds(new JournalQuery { OrderId = "b", Outcome = "error" }, "");
        AssertFinds(new JournalQuery { After = 4 }, "e f");
        AssertFinds(new JournalQuery { After = 6 }, "");
    }

    [Fact]
    public void Reading_on_from_page_to_page_shows_each_entry_once()
    {
        using var journal = Filled();
        var read = new List<string?>();
        var query = new JournalQuery { Outcome = "error", Limit = 2 };
        for (var page = journal.Find(query); page.Entries.Count > 0; page = journal.Find(query = query with { After = page.Next }))
            read.AddRange(page.Entries.Select(entry => entry.OrderId));

        Assert.Equal(["c", "d", "e"], read);
        Assert.Equal(6, journal.Find(query).Next);
    }

    [Fact]
    public void What_was_let_go_is_told()
    {
        using var journal = Open(capacity: 2);
        foreach (var order in (string[])["a", "b", "c", "d", "e"])
            journal.Add(AnyCall.Entry(order));

        Assert.Equal(new JournalCount(2, Complete: false, Evicted: 3), journal.Count(new JournalQuery()));
        Assert.Equal(new JournalCount(2, Complete: true, Evicted: 3), journal.Count(new JournalQuery { After = 3 }));
        Assert.Equal(new JournalCount(2, Complete: false, Evicted: 3), journal.Count(new JournalQuery { After = 2 }));
        var page = journal.Find(new JournalQuery());
        Assert.Equal(["d", "e"], page.Entries.Select(entry => entry.OrderId!), StringComparer.Ordinal);
        Assert.Equal((5L, 3L, false), (page.Next, page.Evicted, page.Complete));
        Assert.Null(journal.Find(3));
    }

    [Fact]
    public void A_number_from_before_a_restart_is_brought_back_to_the_last_one()
    {
        using var journal = Filled();
        var page = journal.Find(new JournalQuery { After = 1000 });
        Assert.Equal((0, 6L, false), (page.Entries.Count, page.Next, page.Complete));
    }

    [Fact]
    public void A_closed_journal_keeps_nothing_and_gives_its_memory_back()
    {
        var journal = Filled();
        Assert.NotEqual(0, _budget.Spent);

        journal.Dispose();
        Assert.Equal(7, journal.Add(AnyCall.Entry("late")).Number);
        journal.Dispose();

        Assert.Equal((0L, 0L), (_budget.Spent, journal.Size));
        Assert.Empty(journal.Find(new JournalQuery()).Entries);
    }

    [Fact]
    public async Task Many_may_add_while_others_read_on_and_nobody_misses_an_entry()
    {
        const int Writers = 4;
        const int Calls = 500;
        using var journal = Open(capacity: Writers * Calls);
        var reading = Task.Run(async () =>
        {
            var read = new List<long>();
            while (read.Count < Writers * Calls)
            {
                var next = _changes.Next;
                var page = journal.Find(new JournalQuery { After = read.LastOrDefault(), Limit = 7 });
                read.AddRange(page.Entries.Select(entry => entry.Number));
                if (page.Entries.Count == 0)
                    await next;
            }

            return read;
        });

        Parallel.For(0, Writers, _ =>
        {
            for (var call = 0; call < Calls; call++)
                journal.Add(AnyCall.Entry("a"));
        });

        Assert.Equal(Enumerable.Range(1, Writers * Calls).Select(number => (long)number), await reading.WaitAsync(Patience.Limit));
    }

    private static void Fill(MerchantJournal journal)
    {
        journal.Add(AnyCall.Entry("a", "ok", paymentId: 7));
        journal.Add(AnyCall.Entry("b", "ok 8", paymentId: 8));
        journal.Add(AnyCall.Entry("c", "error 1100"));
        journal.Add(AnyCall.Entry("d", "error 11001"));
        journal.Add(AnyCall.Entry("e", "error 1100 wrong signature"));
        journal.Add(AnyCall.Entry("f", "HTTP 415 Send multipart/form-data"));
    }

    private void AssertFinds(JournalQuery query, string orders)
    {
        using var journal = Filled();
        var expected = orders.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, journal.Find(query).Entries.Select(entry => entry.OrderId!), StringComparer.Ordinal);
        Assert.Equal(new JournalCount(expected.Length, Complete: true, Evicted: 0), journal.Count(query));
    }

    private MerchantJournal Filled()
    {
        var journal = Open();
        Fill(journal);
        return journal;
    }

    private MerchantJournal Open(int capacity = 10) => new(9970, _changes, capacity, _budget);
}
