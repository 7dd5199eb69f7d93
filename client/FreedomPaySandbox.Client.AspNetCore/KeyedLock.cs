namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>Lets the same callback in one at a time, so that the second of two twins is known for a repeat.</summary>
internal sealed class KeyedLock
{
    private readonly Dictionary<CallbackIdentity, Turn> _turns = [];

    /// <summary>How many callbacks are being handled or waited for.</summary>
    public int Count
    {
        get
        {
            lock (_turns)
                return _turns.Count;
        }
    }

    /// <summary>Waits until nobody else has the turn. Disposing of what is returned passes it on.</summary>
    public async Task<IDisposable> TakeAsync(CallbackIdentity identity, CancellationToken cancellation)
    {
        Turn turn;
        lock (_turns)
        {
            if (!_turns.TryGetValue(identity, out turn!))
                _turns[identity] = turn = new Turn(this, identity);
            turn.Interested++;
        }

        try
        {
            await turn.Free.WaitAsync(cancellation);
            return turn;
        }
        catch
        {
            Leave(turn);
            throw;
        }
    }

    private void Leave(Turn turn)
    {
        lock (_turns)
        {
            if (--turn.Interested > 0)
                return;
            _turns.Remove(turn.Identity);
            turn.Free.Dispose();
        }
    }

    private sealed class Turn(KeyedLock turns, CallbackIdentity identity) : IDisposable
    {
        public CallbackIdentity Identity => identity;

        public SemaphoreSlim Free { get; } = new(1, 1);

        public int Interested { get; set; }

        public void Dispose()
        {
            Free.Release();
            turns.Leave(this);
        }
    }
}
