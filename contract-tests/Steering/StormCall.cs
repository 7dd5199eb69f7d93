namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>A call for a payout, made while a reset was on its way.</summary>
/// <param name="OrderId">Its order id.</param>
/// <param name="Outcome">What was answered.</param>
/// <param name="IsBefore">Whether it was answered before the reset was asked for.</param>
/// <param name="IsAfter">Whether it was begun after the reset was answered.</param>
internal sealed record StormCall(string OrderId, string Outcome, bool IsBefore, bool IsAfter);
