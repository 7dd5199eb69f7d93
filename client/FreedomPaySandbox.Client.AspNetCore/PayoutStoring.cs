using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>Hands over the callback of a payout, the same one once at a time, and says whether it was stored before.</summary>
internal sealed class PayoutStoring(ICallbackMemory memory, ScopedPayoutCallbackHandler handler)
{
    private readonly KeyedLock _turns = new();

    public async Task StoreAsync(HttpContext context, Callback callback)
    {
        using var turn = await _turns.TakeAsync(CallbackIdentity.From(callback), context.RequestAborted);
        var isRepeat = await memory.KnowsAsync(callback, context.RequestAborted);
        await handler(context.RequestServices, callback, isRepeat, context.RequestAborted);

        // It is stored, whether or not the gateway still waits to hear it.
        if (!isRepeat)
            await memory.RememberAsync(callback, CancellationToken.None);
    }
}
