using System.Threading.Channels;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// Questions of one kind that travel together: a question asked while the writer is busy joins those that wait already, and a round
/// costs as many waits for the server as one question does.
/// </summary>
#pragma warning disable MA0048 // Known by what it does, not by what it is made of.
internal sealed class RequestBatcher<TAsk, TAnswer>(
    StoreWriter writer, Func<StoreTransaction, IReadOnlyList<TAsk>, Task<IReadOnlyList<TAnswer>>> apply, Func<TAsk, long> getEpoch)
#pragma warning restore MA0048
{
    /// <summary>How many share a round at most, so that no transaction grows without bound.</summary>
    private const int Most = 256;

    private readonly Lock _lock = new();
    private Round? _open;

    /// <summary>Asks, and returns after the commit.</summary>
    /// <exception cref="System.Data.Common.DbException">As <see cref="StoreWriter.WriteAsync"/> says.</exception>
    public async Task<TAnswer> AskAsync(TAsk ask, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var question = new Question(ask);
        Round? begun = null;
        lock (_lock)
        {
            if (_open is null)
                _open = begun = new Round(this, []);
            _open.Questions.Add(question);
            if (_open.Questions.Count == Most)
                _open = null;
        }

        // Others may have joined it: it is not for the first of them to call it off.
        if (begun is not null)
            await BeginAsync(begun);
        return await question.Answered.Task;
    }

    private async Task BeginAsync(Round round)
    {
        try
        {
            await writer.EnterAsync(round, CancellationToken.None);
        }
        catch (ChannelClosedException fault)
        {
            // The store has closed.
            round.Fail(fault);
        }
    }

    private void Close(Round round)
    {
        lock (_lock)
        {
            if (_open == round)
                _open = null;
        }
    }

    private sealed class Question(TAsk ask)
    {
        public TAsk Ask { get; } = ask;

        public TAnswer Answer { get; set; } = default!;

        public TaskCompletionSource<TAnswer> Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Round(RequestBatcher<TAsk, TAnswer> rounds, List<Question> questions) : StoreWork
    {
        public List<Question> Questions { get; } = questions;

        public override IEnumerable<long> Epochs
        {
            get
            {
                // From here on somebody counts on what is in it.
                rounds.Close(this);
                return Questions.Select(question => rounds.AccountOf(question.Ask));
            }
        }

        public override IReadOnlyList<StoreWork> Parts => Questions.Count > 1 ? [.. Questions.Select(question => new Round(rounds, [question]))] : [];

        public override async ValueTask ApplyAsync(StoreTransaction transaction)
        {
            rounds.Close(this);
            var answers = await rounds.Apply(transaction, [.. Questions.Select(question => question.Ask)]);
            for (var i = 0; i < answers.Count; i++)
                Questions[i].Answer = answers[i];
        }

        public override void Complete() => Questions.ForEach(question => question.Answered.SetResult(question.Answer));

        public override void Fail(Exception fault)
        {
            // It may have failed before anybody looked into it: nobody may join what is over.
            rounds.Close(this);
            Questions.ForEach(question => question.Answered.TrySetException(fault));
        }
    }

    private Func<StoreTransaction, IReadOnlyList<TAsk>, Task<IReadOnlyList<TAnswer>>> Apply => apply;

    private Func<TAsk, long> AccountOf => getEpoch;
}
