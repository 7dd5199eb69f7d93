using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Sandboxes;

/// <summary>Calls of the other methods of the payout family, each with all it needs.</summary>
internal static class FamilyCall
{
    public const string User = "user-1";

    /// <summary>Half an hour after the clock of tests begins, in the default merchant's local time.</summary>
    public static string Soon { get; } = WireDate.Local(new Time.ManualTime().GetUtcNow().AddMinutes(30), TimeSpan.FromHours(6));

    public static SignedCall ToToken(string token, string orderId = "1234", string amount = "100", string surface = "g2g") => Create($"/{surface}/reg2reg",
        ("pg_order_id", orderId),
        ("pg_amount", amount),
        ("pg_description", "Описание платежа"),
        ("pg_order_time_limit", Soon),
        ("pg_user_id", User),
        ("pg_post_link", "http://site.kz/post"),
        ("pg_card_token_to", token));

    public static SignedCall Page(string orderId = "1234", string amount = "100", string postLink = "http://site.kz/post") => Create("/api/reg2nonreg",
        ("pg_order_id", orderId),
        ("pg_amount", amount),
        ("pg_description", "Описание платежа"),
        ("pg_order_time_limit", Soon),
        ("pg_back_link", "http://site.kz/back"),
        ("pg_post_link", postLink));

    public static SignedCall SaveCard(string postLink = "http://site.kz/card") => Create("/v1/merchant/9970/cardstoragepayout/add",
        ("pg_user_id", User),
        ("pg_post_link", postLink),
        ("pg_back_link", "http://site.kz/back")) with
    {
        Secret = SignedCall.ReceiveSecret,
    };

    public static SignedCall ToIban(string orderId = "1234", string amount = "100", string surface = "g2g") => Create($"/{surface}/to_iban",
        ("pg_order_id", orderId),
        ("pg_amount", amount),
        ("pg_recipient_iban", "KZ123412341234123412"),
        ("pg_recipient_iin", "123456789012"),
        ("pg_recipient_name", "Иван Иванов"),
        ("pg_recipient_kbe", "19"),
        ("pg_knp", "119"),
        ("pg_bank_bik", "KZZSAE"),
        ("pg_description", "Описание платежа"),
        ("pg_post_link", "http://site.kz/post"));

    public static SignedCall OlderToIban(string orderId = "1234", string amount = "100") => Create("/api/iban_payout",
        ("pg_order_id", orderId),
        ("pg_amount", amount),
        ("pg_description", "Описание платежа"),
        ("pg_user_id", User),
        ("pg_recipient_bank_bic", "KZZSAE"),
        ("pg_recipient_iban", "KZ123412341234123412"),
        ("pg_recipient_iin_bin", "123456789012"),
        ("pg_recipient_name", "Иван Иванов"));

    public static SignedCall Balance(string surface = "g2g") => Create($"/{surface}/balance_status");

    /// <summary>An inquiry by any of the status paths, signed with the secret it takes.</summary>
    public static SignedCall Status(string path, string? order = "1234", string? payment = null)
    {
        var call = Create(path) with { Secret = path.EndsWith(".php", StringComparison.Ordinal) ? SignedCall.ReceiveSecret : SignedCall.PayoutSecret };
        if (order is not null)
            call = call.Plus(new Parameter("pg_order_id", order));
        return payment is null ? call : call.Plus(new Parameter("pg_payment_id", payment));
    }

    private static SignedCall Create(string path, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var all = new Parameters { { "pg_merchant_id", "9970" }, { "pg_salt", "some random string" } };
        foreach (var (name, value) in fields)
            all.Add(name, value);
        return new SignedCall(all) { Path = path };
    }
}
