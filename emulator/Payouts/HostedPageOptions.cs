namespace FreedomPaySandbox.Emulator.Payouts;

/// <summary>What a merchant asks of the page it sends a recipient to.</summary>
/// <param name="BackLink">Where the recipient goes from there; nowhere when there is nothing to do on it.</param>
/// <param name="Framed">Whether the merchant's own page may show it in a frame.</param>
internal sealed record HostedPageOptions(string? BackLink, bool Framed);
