namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>How many callback attempts were made, how many of them delivered, and how many left a dead letter.</summary>
internal readonly record struct AttemptCount(long Made, long Delivered, long Dead)
{
    public static AttemptCount operator +(AttemptCount left, AttemptCount right) =>
        new(left.Made + right.Made, left.Delivered + right.Delivered, left.Dead + right.Dead);

    public static AttemptCount operator -(AttemptCount left, AttemptCount right) =>
        new(left.Made - right.Made, left.Delivered - right.Delivered, left.Dead - right.Dead);
}
