namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>Tells a merchant of an order before it is called back.</summary>
/// <returns>Why that did not work, in a sentence; nothing when it did.</returns>
internal delegate Task<string?> OrderAnnouncement(VerifyOrder order, CancellationToken stopping);
