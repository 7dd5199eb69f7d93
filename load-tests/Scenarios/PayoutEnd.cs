using System.Globalization;
using FreedomPaySandbox.Client;
using NBomber.Contracts;
using NBomber.CSharp;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>What a payout came to, as a load test counts it.</summary>
internal static class PayoutEnd
{
    public const string Accepted = "ok";
    public const string InProcess = "process";

    /// <summary>Such as <c>ok</c>, <c>process</c>, <c>error 10001</c> or <c>unknown: TimedOut</c>.</summary>
    public static string GetCode(PayoutResult result) => result switch
    {
        PayoutAccepted => Accepted,
        PayoutInProcess => InProcess,
        PayoutRefused refused => string.Create(CultureInfo.InvariantCulture, $"error {refused.Code}"),
        PayoutOutcomeUnknown unknown => $"unknown: {unknown.Reason}",
        PayoutNotMade => "not made",
        _ => throw new InvalidOperationException("A result that nobody counts."),
    };

    /// <summary>Well when it is as the card's publisher says.</summary>
    public static Response<object> From(PayoutResult result, string wanted)
    {
        var code = GetCode(result);
        return code == wanted
            ? Response.Ok(statusCode: code)
            : Response.Fail(statusCode: code, message: result is PayoutRefused refused ? refused.Text : $"{wanted} was due");
    }
}
