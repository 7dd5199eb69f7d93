namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>How many callback attempts were made, how many of them delivered, and how many left a dead letter.</summary>
internal readonly record struct DeliveryCounts(long Made, long Delivered, long Dead)
{
    public static DeliveryCounts operator +(DeliveryCounts left, DeliveryCounts right) =>
        new(left.Made + right.Made, left.Delivered + right.Delivered, left.Dead + right.Dead);

    public static DeliveryCounts operator -(DeliveryCounts left, DeliveryCounts right) =>
        new(left.Made - right.Made, left.Delivered - right.Delivered, left.Dead - right.Dead);
}
