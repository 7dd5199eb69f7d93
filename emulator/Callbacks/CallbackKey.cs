namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>Which callback: the payout's, and its number among them.</summary>
internal readonly record struct CallbackKey(long MerchantId, long PaymentId, int Number)
{
    public override string ToString() => $"{PaymentId}-{Number}";
}
