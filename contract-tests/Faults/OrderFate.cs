namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>What the merchant knows of an order in the end.</summary>
internal enum OrderFate
{
    /// <summary>Answered as made or in process; or its id was found used after an answer that was lost, which says the same.</summary>
    Accepted,

    /// <summary>Answered with the error of its card: a payout that failed, kept and called back.</summary>
    Failed,

    /// <summary>Refused before the balance was looked at.</summary>
    Refused,

    /// <summary>Answered <c>9999</c> to the last, and not asked about again.</summary>
    Error,

    /// <summary>No answer came, and it was not asked about again.</summary>
    Unknown,
}
