using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>What sending a call came to, when it is no accident that throws.</summary>
internal abstract record ExchangeResult
{
    /// <summary>An answer that may be believed.</summary>
    public sealed record Answered(Parameters Fields) : ExchangeResult;

    /// <summary>The call went out, and nothing that may be believed came back.</summary>
    public sealed record NotAnswered(UnknownReason Why, int? HttpStatus = null) : ExchangeResult;
}
