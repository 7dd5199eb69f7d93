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
