using System.Globalization;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.LoadTests.Scenarios;

/// <summary>
/// What the reference client asks of merchants: an outcome that is not known is asked for; only what was not made is paid again, under the
/// same order id and the same idempotency key.
/// </summary>
internal sealed class RetryingPayer(PayoutClient payouts, TimeProvider time) : IPayer
{
    public const string Pay = "pay";
    public const string Ask = "ask what became of it";

    private const int Rounds = 15;

    private static readonly TimeSpan s_firstWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(1);

    public async Task<PayoutResult> PayAsync(
        CardPayout order, Func<string, Func<Task<PayoutResult>>, Task<PayoutResult>> measured, CancellationToken cancellation)
    {
        var wait = s_firstWait;
        var result = await measured(Pay, () => payouts.PayToCardAsync(order, cancellation));
        for (var round = 1; round < Rounds && !IsKnown(result); round++)
        {
            await Task.Delay(wait, time, cancellation);
            wait = wait * 2 < s_longestWait ? wait * 2 : s_longestWait;
            result = result is PayoutNotMade
                ? await measured(Pay, () => payouts.PayToCardAsync(order, cancellation))
                : await measured(Ask, () => payouts.ResolveAsync(order.OrderId, cancellation));
        }

        return result;
    }

    // A used order id was used by this very payout, in a call whose answer was lost.
    private static bool IsKnown(PayoutResult result) =>
        result is PayoutAccepted or PayoutInProcess or PayoutRefused { Code: not GatewayError.DuplicateOrder };
}

/// <summary>Pays an order and finds out how it ended.</summary>
internal interface IPayer
{
    /// <param name="order">The order.</param>
    /// <param name="measured">Makes a call and measures it under a name; what cannot be believed is told as an unknown outcome.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<PayoutResult> PayAsync(CardPayout order, Func<string, Func<Task<PayoutResult>>, Task<PayoutResult>> measured, CancellationToken cancellation);
}

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

/// <summary>Amounts as the admin API tells them, in currency units.</summary>
internal static class Money
{
    public static Amount ToAmount(decimal units) => new((long)(units * 100));
}
