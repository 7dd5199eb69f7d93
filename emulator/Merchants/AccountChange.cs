namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>The account that a merchant had before a reset, and the one it has since.</summary>
internal sealed record AccountChange(Account Old, Account Fresh);
