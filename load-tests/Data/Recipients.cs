using Bogus;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.LoadTests.Data;

/// <summary>A few hundred recipients, the same for the same seed, made before the load so that making them costs it nothing.</summary>
internal sealed class Recipients
{
    private const int Many = 500;

    private static readonly string[] s_purposes = ["Salary", "Refund", "Winnings", "Courier fee", "Cashback", "Referral bonus"];

    private readonly List<Recipient> _all;

    public Recipients(int seed) => _all = new Faker<Recipient>("en")
        .UseSeed(seed)
        .CustomInstantiator(faker => new Recipient(
            $"user-{faker.Random.AlphaNumeric(8)}",
            faker.Name.FullName().ToUpperInvariant(),
            faker.PickRandom(s_purposes),
            new Amount(faker.Random.Long(100, 5_000_000))))
        .Generate(Many);

    public Recipient this[long number] => _all[(int)(number % Many)];
}

/// <summary>Somebody who is paid: made up, but for the published test card that the money goes to.</summary>
internal sealed record Recipient(string UserId, string CardName, string Purpose, Amount Amount);

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
