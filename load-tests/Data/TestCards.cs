using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.LoadTests.Data;

/// <summary>The published test cards, by what comes of them (C-1).</summary>
internal static class TestCards
{
    private static readonly string[] s_paid = [.. TestCard.All.Where(card => card is { ErrorCode: null, InProcess: false }).Select(card => card.Number)];

    /// <summary>In process, then paid.</summary>
    public static string PaidLater { get; } = TestCard.All.First(card => card is { ErrorCode: null, InProcess: true }).Number;

    /// <summary>In process, then refused.</summary>
    public static string RefusedLater { get; } = TestCard.All.First(card => card is { ErrorCode: not null, InProcess: true }).Number;

    /// <summary>Those that are paid at once, in turn.</summary>
    public static string Paid(long number) => s_paid[number % s_paid.Length];

    /// <summary>All of them, in turn.</summary>
    public static TestCard Any(long number) => TestCard.All[(int)(number % TestCard.All.Count)];
}
