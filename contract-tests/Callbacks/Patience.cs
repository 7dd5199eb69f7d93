namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>How long a test waits for what must come; only a failure ever waits that long.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For a wait that looks again and again. A limit for each look does not bound it: what comes may be something else, for ever.
    /// </summary>
    /// <param name="what">What is waited for, as it is named where it does not come.</param>
    public static PatientWait For(string what) => new(what, Limit);
}
