namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>An attempt that the log says was recorded: of which payout, its number, and what follows from it.</summary>
internal sealed record LoggedAttempt(long PaymentId, int Number, string Then);
