using System.Globalization;
using System.Text.Json.Nodes;

namespace FreedomPaySandbox.Yardstick;

/// <summary>
/// How payouts are brought to settle at random moments of a window that is still to come, by rules alone: each rule is a time in process,
/// an order's id names its rule, and which rule that is follows from how far its moment is ahead while it is made. Pure.
/// </summary>
internal sealed class DuePlan(TimeSpan lead, TimeSpan window)
{
    // As many as a merchant may have.
    private const int Rules = 1000;
    private const int DueDie = 1, HostDie = 2, RefusedDie = 3;
    private const double RefusedShare = 0.1;

    private readonly TimeSpan _step = (lead + window) / Rules;

    /// <summary>When an order shall be due, from the begin of its making.</summary>
    public TimeSpan GetDue(int order) => lead + window * Chance.At(order, DueDie);

    public static int GetHost(int order, int hosts) => (int)(Chance.At(order, HostDie) * hosts);

    /// <summary>Whether its first callback is answered HTTP 500, so that it is due once more.</summary>
    public static bool IsRefusedFirst(int order) => Chance.At(order, RefusedDie) < RefusedShare;

    /// <summary>The id of an order that is made now. The time that making it takes is chance of its own.</summary>
    public string GetId(int order, TimeSpan now) =>
        string.Create(CultureInfo.InvariantCulture, $"d{Math.Clamp((int)((GetDue(order) - now) / _step), 0, Rules - 1):000}-{order}");

    public static int GetOrder(string id) => int.Parse(id.AsSpan(id.IndexOf('-', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    public string RulesJson() => new JsonObject
    {
        ["rules"] = new JsonArray([.. Enumerable.Range(0, Rules).Select(rule => new JsonObject
        {
            ["when"] = new JsonObject { ["orderId"] = string.Create(CultureInfo.InvariantCulture, $"d{rule:000}-*") },
            ["then"] = new JsonObject
            {
                ["outcome"] = "process, then success",
                ["settleAfter"] = string.Create(CultureInfo.InvariantCulture, $"{(int)(_step * (rule + 1)).TotalMilliseconds}ms"),
            },
        })]),
    }.ToJsonString();
}
