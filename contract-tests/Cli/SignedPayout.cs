namespace FreedomPaySandbox.ContractTests.Cli;

/// <summary>The documented payout request with an invented secret, and its known signature.</summary>
internal static class SignedPayout
{
    public const string Url = "http://localhost:8585/g2g/p2p2nonreg";
    public const string Secret = "emulator-payout-secret";
    public const string Signature = "d079b15544399ad745efbbecc7de8f95";

    public static readonly string[] Fields =
    [
        "pg_merchant_id=9970", "pg_order_id=1234", "pg_amount=100", "pg_payment_to=4405645000006150", "pg_description=Описание платежа",
        "pg_post_link=http://site.kz/post", "pg_salt=some random string", "pg_user_id=1234", "pg_card_name=Ivan Ivanov", "pg_currency=KZT",
    ];

    public const string Form =
        "pg_merchant_id=9970&pg_order_id=1234&pg_amount=100&pg_payment_to=4405645000006150"
        + "&pg_description=%D0%9E%D0%BF%D0%B8%D1%81%D0%B0%D0%BD%D0%B8%D0%B5+%D0%BF%D0%BB%D0%B0%D1%82%D0%B5%D0%B6%D0%B0"
        + "&pg_post_link=http%3A%2F%2Fsite.kz%2Fpost&pg_salt=some%20random%20string&pg_user_id=1234&pg_card_name=Ivan+Ivanov&pg_currency=KZT";

    public const string Json =
        """{"pg_merchant_id":9970,"pg_order_id":"1234","pg_amount":100,"pg_payment_to":"4405645000006150","pg_description":"Описание платежа","pg_post_link":"http://site.kz/post","pg_salt":"some random string","pg_user_id":"1234","person":{"pg_card_name":"Ivan Ivanov"},"pg_currency":"KZT"}""";

    public const string Xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><request><pg_merchant_id>9970</pg_merchant_id><pg_order_id>1234</pg_order_id><pg_amount>100</pg_amount>"
        + "<pg_payment_to>4405645000006150</pg_payment_to><pg_description>Описание платежа</pg_description><pg_post_link>http://site.kz/post</pg_post_link>"
        + "<pg_salt>some random string</pg_salt><pg_user_id>1234</pg_user_id><pg_card_name>Ivan Ivanov</pg_card_name><pg_currency>KZT</pg_currency></request>";

    /// <summary>The call in every encoding, as words typed after <c>sign</c>.</summary>
    public static TheoryData<string, string[]> InEveryEncoding => new()
    {
        { "typed fields", ["--url", Url, .. Fields] },
        { "form, one -d", ["--", "curl", Url, "-d", Form] },
        { "form, several --data-urlencode", ["--", "curl", Url, .. Fields.SelectMany(pair => new[] { "--data-urlencode", pair })] },
        { "multipart, -F", ["--", "curl", Url, .. Fields.SelectMany(pair => new[] { "-F", pair })] },
        { "multipart, --form-string", ["--", "curl", Url, .. Fields.SelectMany(pair => new[] { "--form-string", pair })] },
        { "query in the address", ["--", "curl", $"{Url}?{Form}"] },
        { "query with -G", ["--", "curl", "-G", Url, "-d", Form] },
        { "query, half in the address", ["--", "curl", "-G", $"{Url}?{Form[..Form.IndexOf("&pg_salt", StringComparison.Ordinal)]}", "-d", Form[(Form.IndexOf("&pg_salt", StringComparison.Ordinal) + 1)..]] },
        { "JSON", ["--", "curl", Url, "-H", "content-type: application/json; charset=utf-8", "-d", Json] },
        { "JSON, --json", ["--", "curl", Url, "--json", Json] },
        { "XML in a form", ["--", "curl", Url, "--data-urlencode", $"pg_xml={Xml}"] },
        { "XML in a query", ["--", "curl", "-G", Url, "--data-urlencode", $"pg_xml={Xml}"] },
        { "XML in multipart", ["--", "curl", Url, "--form-string", $"pg_xml={Xml}"] },
    };
}
