using System.Globalization;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Doctor;

/// <summary>A call of any operation with any fields, not signed yet. Out of one number comes the same call.</summary>
internal sealed class RandomCall
{
    private static readonly string[] s_texts =
    [
        "Описание платежа", "Выплата №7, \"Ромашка\" & Ко", "order + 50% off", "a=b/c", "Zażółć gęślą", " spaced out ", "two\r\nlines", "<b>it's</b>",
        "to 4405 6450 0000 6150 please", "plain text", "", "0", "naïve café",
    ];

    private static readonly string[] s_amounts = ["100", "100.00", "100.5", "99.90", "1500.00", "12345", "0.01", "250000.75"];

    private static readonly (string Url, string Script, SecretKind Kind)[] s_operations =
    [
        ("/g2g/p2p2nonreg", "p2p2nonreg", SecretKind.Payout), ("/api/reg2nonreg?lang=ru&x=1", "reg2nonreg", SecretKind.Payout),
        ("http://localhost:8585/g2g/p2p2nonreg?debug=1", "p2p2nonreg", SecretKind.Payout), ("/get_status2.php", "get_status2.php", SecretKind.Receive),
        ("/g2g/payout_status2", "payout_status2", SecretKind.Payout), ("/v1/merchant/9970/cardstoragepayout/add", "add", SecretKind.Receive),
    ];

    private readonly Seed _seed;
    private int _drawn;

    public RandomCall(long number)
    {
        _seed = new Seed(number);
        (Url, Script, Kind) = Any(s_operations);
        Payout = _seed.Salt("payout", number);
        Receive = _seed.Salt("receive", number);
        Card = Any([.. TestCard.All.Select(card => card.Number)]);

        List<(string Name, string Value)> fields =
        [
            ("pg_merchant_id", "9970"), ("pg_order_id", _seed.Salt("order", number)[..8]), ("pg_amount", Any(s_amounts)), ("pg_payment_to", Card),
            ("pg_description", Any(s_texts)), ("pg_post_link", $"https://shop.example/{Any(["paid", "callback.php", "a b"])}?order=1&x=ü"), ("pg_salt", _seed.Salt("salt", number)),
        ];
        foreach (var name in (string[])["pg_user_id", "pg_card_name", "pg_currency", "pg_param2", "pg_param10", "pg_param_x", "pg_paramB", "pg_Zeta", "Zeta", "x_custom", "x_custom", "pg_z[b]", "pg_z[a]", "pg_z1"])
        {
            if (IsLucky(0.5))
                fields.Add((name, IsLucky(0.25) ? "" : IsLucky(0.5) ? Any(s_texts) : _seed.Salt("value", _drawn++)));
        }

        // Nested fields of one name are sent one after the other.
        var shuffled = fields.OrderBy(_ => _seed.Chance("order", _drawn++)).ToList();
        Fields = [.. shuffled.OrderBy(field => shuffled.FindIndex(other => other == field || (field.Name.StartsWith("pg_z[", StringComparison.Ordinal) && other.Name.StartsWith("pg_z[", StringComparison.Ordinal))))];
    }

    public string Url { get; }

    public string Script { get; }

    public SecretKind Kind { get; }

    public string Payout { get; }

    public string Receive { get; }

    public string Card { get; }

    public IReadOnlyList<(string Name, string Value)> Fields { get; }

    public string Secret => Kind == SecretKind.Payout ? Payout : Receive;

    public OtherMerchant Other { get; } = new(4711, new MerchantSecrets("the-others-payout-secret", "the-others-receive-secret"));

    /// <summary>The call as it arrives with that signature.</summary>
    public SignatureCase Signed(string signature)
    {
        var collector = new FieldCollector(MessageLimits.Default);
        foreach (var (name, value) in (IEnumerable<(string, string)>)[.. Fields, ("pg_sig", signature)])
            Assert.True(collector.Add(name, value));
        return new SignatureCase(Url, Script, Kind, collector.Reading.Parameters!, new MerchantSecrets(Payout, Receive)) { Others = [Other] };
    }

    public T Any<T>(IReadOnlyList<T> choices) => choices[(int)(_seed.Chance("any", _drawn++) * choices.Count)];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Url}: {string.Join(", ", Fields)}");

    private bool IsLucky(double chance) => _seed.Chance("lucky", _drawn++) < chance;
}
