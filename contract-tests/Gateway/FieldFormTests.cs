using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Gateway;

/// <summary>The limits of section 3.1: what is just allowed, and what is just not.</summary>
public sealed class FieldFormTests : SandboxTest
{
    private const string Card = "4405645000006150";
    private const string Link = "http://site.kz/";

    public static TheoryData<string, string> Allowed => new()
    {
        { "pg_order_id", "1" },
        { "pg_order_id", new string('1', 50) },
        { "pg_order_id", new string('Ж', 50) },
        { "pg_order_id", string.Concat(Enumerable.Repeat("🏦", 50)) },
        { "pg_order_id", " " },
        { "pg_amount", "0.01" },
        { "pg_amount", "00100.5" },
        { "pg_amount", "99999999" },
        { "pg_amount", "99999999.00" },
        { "pg_description", "x" },
        { "pg_description", new string('Ж', 255) },
        { "pg_description", "two\r\nlines\tand a tab" },
        { "pg_post_link", Link + new string('a', 255 - Link.Length) },
        { "pg_post_link", "https://site.kz" },
        { "pg_post_link", "http://localhost:5000/callback?x=1#y" },
        { "pg_post_link", "http://[::1]:5000/" },
        { "pg_salt", "1" },
        { "pg_salt", "соль; с пробелами" },
        { "pg_user_id", "" },
        { "pg_user_id", new string('a', 50) },
        { "pg_user_id", "aZ0_-" },
        { "pg_card_name", "" },
        { "pg_currency", "" },
        { "pg_currency", "KGS" },
        { "pg_currency", "KZT" },
        { "pg_currency", "UZS" },
        { "pg_currency", "RUB" },
        { "pg_currency", "USD" },
        { "pg_currency", "EUR" },
        { "pg_idempotency_key", new string('Ж', 255) },
    };

    public static TheoryData<string, string> Malformed => new()
    {
        { "pg_order_id", "" },
        { "pg_order_id", new string('1', 51) },
        { "pg_order_id", Card },
        { "pg_order_id", $"order 9{Card}9" },
        { "pg_amount", "" },
        { "pg_amount", "0" },
        { "pg_amount", "0.00" },
        { "pg_amount", "0.001" },
        { "pg_amount", "99999999.01" },
        { "pg_amount", "100000000" },
        { "pg_amount", "1e3" },
        { "pg_amount", "-1" },
        { "pg_amount", "+1" },
        { "pg_amount", "NaN" },
        { "pg_amount", "∞" },
        { "pg_amount", "0x10" },
        { "pg_amount", "100,00" },
        { "pg_amount", "1 000" },
        { "pg_amount", "1,000.00" },
        { "pg_amount", " 100" },
        { "pg_amount", "100 " },
        { "pg_amount", "100." },
        { "pg_amount", ".5" },
        { "pg_amount", "1.2.3" },
        { "pg_amount", "١٠٠" },
        { "pg_amount", "9999999999999999999999999999" },
        { "pg_payment_to", "" },
        { "pg_payment_to", "440564500000" },
        { "pg_payment_to", Card + "00000" },
        { "pg_payment_to", "44056450000061SO" },
        { "pg_payment_to", "4405 6450 0000 6150" },
        { "pg_payment_to", "٤٤٠٥٦٤٥٠٠٠٠٠٦١٥٠" },
        { "pg_description", "" },
        { "pg_description", new string('Ж', 256) },
        { "pg_post_link", "" },
        { "pg_post_link", Link + new string('a', 256 - Link.Length) },
        { "pg_post_link", "/callback" },
        { "pg_post_link", "site.kz/post" },
        { "pg_post_link", "//site.kz/post" },
        { "pg_post_link", "http://" },
        { "pg_post_link", "http:///post" },
        { "pg_post_link", "ftp://site.kz/post" },
        { "pg_post_link", "file:///etc/hosts" },
        { "pg_post_link", "javascript:alert(1)" },
        { "pg_post_link", $"http://site.kz/{Card}" },
        { "pg_salt", "" },
        { "pg_user_id", new string('a', 51) },
        { "pg_user_id", "with space" },
        { "pg_user_id", "line\n" },
        { "pg_user_id", "имя" },
        { "pg_user_id", Card },
        { "pg_currency", "kgs" },
        { "pg_currency", "GBP" },
        { "pg_currency", "KGS " },
        { "pg_idempotency_key", new string('Ж', 256) },
        { "pg_idempotency_key", $"key of {Card}" },
    };

    public static TheoryData<string> OnceOnly =>
        ["pg_order_id", "pg_amount", "pg_payment_to", "pg_description", "pg_post_link", "pg_user_id", "pg_card_name", "pg_currency", "pg_idempotency_key"];

    [Theory, MemberData(nameof(Allowed))]
    [Proves("E-7", "T-11", "P-1")]
    public async Task What_the_limits_allow_is_accepted(string field, string value)
    {
        var reply = await Sandbox.CallAsync(SignedCall.Payout().With(field, value));

        Assert.Equal("ok", reply.Outcome);
        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret));
    }

    [Theory, MemberData(nameof(Malformed))]
    [Proves("E-7", "T-11")]
    public async Task What_they_do_not_is_refused_and_not_kept(string field, string value)
    {
        Assert.Equal("9403", (await Sandbox.CallAsync(SignedCall.Payout().With(field, value))).Outcome);
        await Aftermath.IsCleanAsync(Sandbox);
    }

    [Theory]
    [InlineData("pg_order_id")]
    [InlineData("pg_amount")]
    [InlineData("pg_payment_to")]
    [InlineData("pg_description")]
    [InlineData("pg_post_link")]
    [Proves("E-7")]
    public async Task A_required_field_must_be_there(string field)
    {
        Assert.Equal("9403", (await Sandbox.CallAsync(SignedCall.Payout().Without(field))).Outcome);
        await Aftermath.IsCleanAsync(Sandbox);
    }

    [Theory, MemberData(nameof(OnceOnly))]
    [Proves("E-7", "S-7")]
    public async Task A_field_that_is_there_twice_or_has_parts_is_malformed(string field)
    {
        var call = SignedCall.Payout().With("pg_idempotency_key", "key");
        var value = call.Fields[field]!;

        Assert.Equal("9403", (await Sandbox.CallAsync(call.Plus(new(field, value)))).Outcome);
        Assert.Equal("9403", (await Sandbox.CallAsync(call.Without(field).Plus(new(field, new Protocol.Parameters { { "part", value } })))).Outcome);
        await Aftermath.IsCleanAsync(Sandbox);
    }

    [Theory]
    [InlineData("4405645000006")]
    [InlineData("44056450000061500001")]
    [Proves("E-1")]
    public async Task A_number_of_13_or_20_digits_is_looked_at_as_a_card(string number)
    {
        Assert.Equal("10032", (await Sandbox.CallAsync(SignedCall.Payout(card: number))).Outcome);
    }
}
