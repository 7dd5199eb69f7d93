namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>What becomes of a second payout under one order id (E-9).</summary>
internal enum DuplicateOrder
{
    Refuse,
    Accept,
}
