using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>
/// Whether the store takes writes, asked by writing: what was written a moment ago is proof, and where nothing was, a row is written that
/// changes nothing. All who ask at once share the answer, and nobody waits for a store that hangs.
/// </summary>
/// <param name="engine">What the store stands on.</param>
/// <param name="writer">Who writes.</param>
/// <param name="touch">Writes the row; whether it was there.</param>
/// <param name="time">The machine's, also where the sandbox's clock stands still: disks do not wait for it.</param>
internal sealed class StoreHealth(StoreEngine engine, StoreWriter writer, Func<Task<bool>> touch, TimeProvider time)
{
    /// <summary>Together less than the second within which a probe has to hear of it.</summary>
    private static readonly TimeSpan s_proofHolds = TimeSpan.FromSeconds(0.3), s_patience = TimeSpan.FromSeconds(0.6);

    private readonly Lock _lock = new();
    private Task<string?>? _probe;

    /// <returns>What is wrong and what to do; nothing when writing works.</returns>
    public async Task<string?> TroubleAsync(CancellationToken cancellation)
    {
        if (writer.WroteWithin(s_proofHolds) && engine.Look() is null)
            return null;
        try
        {
            return await Probe().WaitAsync(s_patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            return engine.Look() ?? StoreDiagnosis.Silent(engine.Place);
        }
    }

    private Task<string?> Probe()
    {
        lock (_lock)
        {
            if (_probe is null or { IsCompleted: true })
                _probe = Task.Run(ProbeAsync);
            return _probe;
        }
    }

    private async Task<string?> ProbeAsync()
    {
        try
        {
            try
            {
                return await TouchAsync();
            }
            catch (StoreLostException fault) when (fault.LetGo)
            {
                // Nobody has it open any more: what was put back can be opened.
                return await TouchAsync();
            }
        }
        catch (DbException fault)
        {
            return StoreDiagnosis.Explain(engine.Place, fault);
        }
        catch (Exception fault) when (fault is ObjectDisposedException or System.Threading.Channels.ChannelClosedException)
        {
            return "the sandbox is stopping.";
        }
    }

    private async Task<string?> TouchAsync()
    {
        engine.Look();
        await engine.Examination;
        engine.Look();
        if (await touch())
            return engine.LacksRoom();
        return engine.Dialect.IsRemote ? StoreDiagnosis.Emptied(engine.Place) : StoreDiagnosis.Damaged(engine.Place);
    }
}
