namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>Which callback: the account's and the payout's, and its number among theirs.</summary>
internal readonly record struct CallbackKey(long Epoch, long PaymentId, int Number)
{
    public override string ToString() => $"{PaymentId}-{Number}";
}
