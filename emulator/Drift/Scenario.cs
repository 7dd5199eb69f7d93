namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>A few calls that show one rule of the protocol.</summary>
/// <param name="Id">Such as <c>duplicate-order</c>.</param>
/// <param name="Rule">The rule that it shows.</param>
/// <param name="Pays">Whether it makes payouts, to test cards only.</param>
/// <param name="Play">Makes the calls.</param>
internal sealed record Scenario(string Id, string Rule, bool Pays, Func<ScenarioSession, Task> Play)
{
    private const string SignedErrors = "E-1";

    /// <summary>Whether it needs to be called back.</summary>
    public bool ListensForCallbacks { get; init; }

    /// <summary>Which rule a message contradicts that is signed otherwise.</summary>
    /// <param name="isError">Whether it refuses a call.</param>
    public string SigningRule(bool isError) => isError ? SignedErrors : Rule;

    public override string ToString() => Id;
}
