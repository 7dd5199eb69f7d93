using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.Emulator.Registry;

/// <summary>Counts the callback attempts of an account, by what they came to.</summary>
internal sealed class DeliveryCounters
{
    private long _made;
    private long _delivered;
    private long _dead;

    public DeliveryCounts Count => new(Interlocked.Read(ref _made), Interlocked.Read(ref _delivered), Interlocked.Read(ref _dead));

    public void Add(CallbackState state)
    {
        Interlocked.Increment(ref _made);
        if (state == CallbackState.Delivered)
            Interlocked.Increment(ref _delivered);
        else if (state == CallbackState.Dead)
            Interlocked.Increment(ref _dead);
    }
}
