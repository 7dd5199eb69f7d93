using System.Globalization;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Pages;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Payouts;

/// <summary>
/// Holds what the gateway tells of balance and statuses, each signed with its own secret, to a merchant's bookkeeping, through any mix
/// of methods, pages, settlements and passing time.
/// </summary>
public sealed class FamilyBalanceModelTests : SandboxTest
{
    private const int Examples = 120;

    private readonly Recipient _recipient = new();
    private long _merchants = 20_000;

    [Fact]
    [Proves("M-2", "M-6", "M-7", "M-8", "M-1", "M-10", "C-3", "E-8")]
    public void Balance_and_statuses_agree_with_the_books_after_every_step() =>
        FixedSeed.ForAll(AnyFamilyDays.All, Examples, days => Task.Run(() => LiveAsync(days)).GetAwaiter().GetResult());

    private async Task LiveAsync(AnyFamilyDays days)
    {
        var merchant = ++_merchants;
        var opening = (days.Opening / 100m).ToString(CultureInfo.InvariantCulture);
        (await Sandbox.PostAsync("/merchants",
            $$"""
            {"id": {{merchant}}, "balance": {{opening}}, "payoutSecret": "{{SignedCall.PayoutSecret}}",
             "receiveSecret": "{{SignedCall.ReceiveSecret}}", "callbackSchedule": ["366d"], "seed": {{merchant}} }
            """)).Is(201);
        var books = new FamilyBooks(days.Opening);
        foreach (var (step, number) in days.Steps.Select((step, i) => (step, i)))
        {
            Sandbox.Time.Advance(TimeSpan.FromMilliseconds(step.WaitMilliseconds));
            await TakeAsync(step, string.Create(CultureInfo.InvariantCulture, $"order {number}"), merchant, books);
            await AgreeAsync(merchant, books);
        }
    }

    private async Task TakeAsync(AnyFamilyDays.Step step, string order, long merchant, FamilyBooks books)
    {
        var (now, amount) = (Sandbox.Time.GetUtcNow(), (step.Minor / 100m).ToString("0.00", CultureInfo.InvariantCulture));
        switch (step.Doing)
        {
            case AnyFamilyDays.Doing.PayCard:
                await SendAsync(SignedCall.Payout(order, amount, step.Card.Number), merchant);
                books.Pay(order, step.Minor, step.Card.ErrorCode, step.Card.InProcess, now);
                break;
            case AnyFamilyDays.Doing.PayToken:
                var token = (await Sandbox.PostAsync(
                    $"/merchants/{merchant}/cards", $$"""{"pan": "{{step.Card.Number}}", "userId": "{{FamilyCall.User}}"}""")).Is(201).Said("token");
                await SendAsync(FamilyCall.ToToken(token, order, amount).With("pg_order_time_limit", "2099-01-01 00:00:00"), merchant);
                books.Pay(order, step.Minor, step.Card.ErrorCode, step.Card.InProcess, now);
                break;
            case AnyFamilyDays.Doing.PayIban:
                await SendAsync(FamilyCall.ToIban(order, amount), merchant);
                books.Pay(order, step.Minor, errorCode: null, inProcess: false, now);
                break;
            case AnyFamilyDays.Doing.PayOlderIban:
                await SendAsync(FamilyCall.OlderToIban(order, amount), merchant);
                books.Pay(order, step.Minor, errorCode: null, inProcess: false, now);
                break;
            case AnyFamilyDays.Doing.AskPage:
                var limit = now.AddMinutes(20);
                var page = await SendAsync(FamilyCall.Page(order, amount).With("pg_order_time_limit", WireDate.Local(limit, TimeSpan.FromHours(6))), merchant);
                books.Ask(order, step.Minor, limit, page["pg_redirect_url"]!);
                break;
            case AnyFamilyDays.Doing.Type when books.OpenPage(step.Which, now) is { } open:
                Assert.Equal(303, (await _recipient.TypeAsync(open.Page!, step.Card.Number)).Status);
                books.Type(open, step.Card.ErrorCode, step.Card.InProcess, now);
                break;
            case AnyFamilyDays.Doing.SettleWell when books.InProcess(step.Which, now) is { } entry:
                await SettleAsync(entry.Order, "success", merchant);
                FamilyBooks.Settle(entry, errorCode: null, now);
                break;
            case AnyFamilyDays.Doing.SettleBadly when books.InProcess(step.Which, now) is { } entry:
                await SettleAsync(entry.Order, "error 10001", merchant);
                FamilyBooks.Settle(entry, errorCode: 10001, now);
                break;
            default:
                break;
        }
    }

    private async Task AgreeAsync(long merchant, FamilyBooks books)
    {
        var now = Sandbox.Time.GetUtcNow();
        var told = (await SendAsync(FamilyCall.Balance(), merchant))["pg_balance"]!;
        Assert.Equal(books.BalanceAt(now), (long)(decimal.Parse(told, CultureInfo.InvariantCulture) * 100));
        foreach (var entry in books.Entries)
        {
            var status = await SendAsync(FamilyCall.Status("/get_status2.php", entry.Order), merchant);
            Assert.Equal(entry.StatusAt(now), (status["pg_transaction_status"], status["pg_captured"], status["pg_failure_code"]));
        }
    }

    private async Task SettleAsync(string order, string outcome, long merchant)
    {
        var payout = (await Sandbox.GetAsync($"/merchants/{merchant}/payouts?order={Uri.EscapeDataString(order)}")).Is(200)["payouts"][0];
        (await Sandbox.PostAsync($"/merchants/{merchant}/payouts/{payout.GetProperty("id").GetInt64()}/settle", $$"""{"outcome": "{{outcome}}"}""")).Is(200);
    }

    private async Task<Reply> SendAsync(SignedCall call, long merchant) =>
        await Sandbox.CallAsync(call.With("pg_merchant_id", merchant.ToString(CultureInfo.InvariantCulture)));
}
