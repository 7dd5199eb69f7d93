using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>What goes wrong while answers get lost: each way for an answer to go wrong, and inquiries are not spared.</summary>
internal static class LostAnswerRules
{
    private const double Payouts = 0.04;
    private const double Inquiries = 0.1;

    private static readonly TimeSpan s_tooLate = TimeSpan.FromSeconds(2);

    public static SandboxRule[] All { get; } =
    [
        .. new GatewayFault[]
        {
            GatewayFaults.ResetAfterPayout, GatewayFaults.ResetBeforePayout, GatewayFaults.Truncated, GatewayFaults.MalformedXml,
            GatewayFaults.WrongSignature, GatewayFaults.NoSignature, GatewayFaults.WrongContentType, GatewayFaults.Http500AfterPayout,
            GatewayFaults.Http502AfterPayout, GatewayFaults.Http503AfterPayout, GatewayFaults.Http503, GatewayFaults.Silent, GatewayFaults.SlowBy(s_tooLate),
        }.Select(fault => Rule(null, Payouts, fault)),
        Rule("payout_status2", Inquiries, GatewayFaults.Http502),
        Rule("payout_status2", Inquiries, GatewayFaults.ResetBeforePayout),
        Rule("payout_status2", Inquiries, GatewayFaults.Truncated),
    ];

    private static SandboxRule Rule(string? operation, double share, GatewayFault fault) => new()
    {
        Name = $"{operation ?? "payout"}: {fault.Name}",
        When = new RuleWhen { Operation = operation, Probability = share },
        Then = new RuleThen { Fault = fault },
    };
}
