using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Wire;

/// <summary>The rest of the payout family as anybody can see it from outside, put to any target.</summary>
public sealed class FamilyWireTests
{
    private static readonly string[] s_surfaces = ["g2g", "api"];

    public static TheoryData<string> Surfaces => [.. s_surfaces];

    [Theory, MemberData(nameof(Surfaces))]
    [Proves("M-2")]
    public async Task A_balance_is_told_in_the_documented_form(string surface)
    {
        await using var target = await WireTarget.OpenAsync();

        var reply = await target.SendAsync(target.From(FamilyCall.Balance(surface)).AsForm());

        Assert.Equal(["pg_balance", "pg_status", "pg_currency", "pg_salt", "pg_sig"], reply.Fields.Select(field => field.Name), StringComparer.Ordinal);
        Assert.Matches("^[0-9]+\\.[0-9]{2}$", reply["pg_balance"]);
        Assert.True(reply.IsSignedWith(target.Secret, "balance_status"));
    }

    [Theory, MemberData(nameof(Surfaces))]
    [Proves("M-1")]
    public async Task A_payout_to_the_vendors_own_example_account_is_answered_in_the_documented_form(string surface)
    {
        await using var target = await WireTarget.OpenAsync();
        var call = target.From(FamilyCall.ToIban(WireTarget.NewOrderId(), surface: surface));

        var reply = await target.SendAsync(call.AsMultipart());

        Assert.Equal(
            [
                "pg_payment_id", "pg_merchant_id", "pg_status", "pg_order_id", "pg_payment_amount", "pg_payment_date", "pg_salt", "pg_sig", "pg_datetime",
            ],
            reply.Fields.Select(field => field.Name),
            StringComparer.Ordinal);
        Assert.True(reply.IsSignedWith(target.Secret, "to_iban"));
    }

    [Fact]
    [Proves("M-5")]
    public async Task A_payout_is_told_of_by_its_order_id()
    {
        await using var target = await WireTarget.OpenAsync();
        var payout = target.Payout();
        var made = await target.SendAsync(payout.AsForm());

        var reply = await target.SendAsync(target.From(FamilyCall.Status("/api/payment_status2", payout.Fields["pg_order_id"])).AsForm());

        Assert.Equal((made["pg_payment_id"], "ok", "success"), (reply["pg_payment_id"], reply["pg_status"], reply["pg_payment_status"]));
        Assert.True(reply.IsSignedWith(target.Secret, "payment_status2"));
    }

    [Fact]
    [Proves("M-8")]
    public async Task A_page_is_given_for_a_recipient()
    {
        await using var target = await WireTarget.OpenAsync();

        var reply = await target.SendAsync(target.From(Page()).AsForm());

        Assert.Equal(["pg_status", "pg_payment_id", "pg_redirect_url", "pg_salt", "pg_sig"], reply.Fields.Select(field => field.Name), StringComparer.Ordinal);
        Assert.True(Uri.TryCreate(reply["pg_redirect_url"], UriKind.Absolute, out _));
        Assert.True(reply.IsSignedWith(target.Secret, "reg2nonreg"));
    }

    [Fact]
    [Proves("E-3")]
    public async Task A_wrong_signature_on_the_older_paths_is_refused_unsigned()
    {
        await using var target = await WireTarget.OpenAsync();

        var reply = await target.SendAsync((target.From(FamilyCall.Status("/api/payment_status2")) with { Secret = "not the secret" }).AsForm());

        Assert.Equal(["pg_status", "pg_error_code", "pg_error_description"], reply.Fields.Select(field => field.Name), StringComparer.Ordinal);
        Assert.Equal("9998", reply.Outcome);
    }

    [WireFact(WireNeed.Sandbox)]
    [Proves("M-7")]
    public async Task A_saved_card_is_paid_to()
    {
        await using var target = await WireTarget.OpenAsync();
        var token = await target.Merchant.Cards.SaveAsync("4671593866478252", FamilyCall.User);

        var reply = await target.SendAsync(target.From(FamilyCall.ToToken(token, WireTarget.NewOrderId()).With("pg_order_time_limit", Tomorrow)).AsForm());

        Assert.Equal(("ok", "467159-XX-XXXX-8252", token), (reply.Outcome, reply["pg_card_hash"], reply["pg_card_token"]));
        Assert.True(reply.IsSignedWith(target.Secret, "reg2reg"));
    }

    [WireFact(WireNeed.Sandbox)]
    [Proves("M-8", "M-6", "S-9")]
    public async Task A_card_typed_on_the_page_is_paid_to_and_told_of_under_the_receive_secret()
    {
        await using var target = await WireTarget.OpenAsync();
        var call = target.From(Page());
        var page = new Uri((await target.SendAsync(call.AsForm()))["pg_redirect_url"]!);
        var ask = target.From(FamilyCall.Status("/get_status2.php", call.Fields["pg_order_id"])) with { Secret = target.Merchant.ReceiveSecret };
        Assert.Equal("partial", (await target.SendAsync(ask.AsForm()))["pg_transaction_status"]);

        Assert.Equal(new Uri("http://site.kz/back"), Assert.IsType<PageRedirected>(await target.Merchant.Pages.FillAsync(page, "4671 5938 6647 8252")).To);

        var told = await target.SendAsync(ask.AsForm());
        Assert.Equal(("ok", "1"), (told["pg_transaction_status"], told["pg_captured"]));
        Assert.True(told.IsSignedWith(target.Merchant.ReceiveSecret, "get_status2.php"));
    }

    private static string Tomorrow => WireDate.Local(TimeProvider.System.GetUtcNow().AddDays(1), TimeSpan.FromHours(6));

    private static SignedCall Page() => FamilyCall.Page(WireTarget.NewOrderId()).With("pg_order_time_limit", Tomorrow);
}
