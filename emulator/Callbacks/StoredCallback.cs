namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>A callback as it is kept.</summary>
internal sealed record StoredCallback
{
    public required CallbackKey Key { get; init; }

    public required long MerchantId { get; init; }

    public required string OrderId { get; init; }

    public required string PostLink { get; init; }

    public required CallbackState State { get; init; }

    /// <summary>What is wrong with it on purpose.</summary>
    public required Tampering Tampering { get; init; }

    /// <summary>When it is due, was due last, or would have been.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Attempts made.</summary>
    public required int Attempts { get; init; }
}
