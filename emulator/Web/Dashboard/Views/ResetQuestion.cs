namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Whether somebody means it.</summary>
/// <param name="Merchant">Who would be emptied, or nothing for all.</param>
/// <param name="Merchants">How many that is.</param>
internal sealed record ResetQuestion(long? Merchant, int Merchants);
