using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>One step of a check, and what is due of it.</summary>
internal abstract record CheckStep
{
    /// <summary>Tells the merchant of an order, where it can be told.</summary>
    public sealed record Tell(VerifyOrder Order) : CheckStep;

    /// <summary>Sends callbacks, all at once.</summary>
    public sealed record Send(ExpectedReply Due, IReadOnlyList<OutgoingCallback> Callbacks) : CheckStep
    {
        public Send(ExpectedReply due, params Parameters[] callbacks)
            : this(due, [.. callbacks.Select(fields => new OutgoingCallback(fields))])
        {
        }
    }

    /// <summary>Sends again what the last step sent and what was not taken, as the gateway does (N-5), a few times at most.</summary>
    public sealed record Repeat : CheckStep;

    /// <summary>Asks what became of an order, where the merchant can be asked.</summary>
    public sealed record Look(VerifyOrder Order, ExpectedState Due) : CheckStep;
}
