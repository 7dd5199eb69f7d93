using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>The ledger notices what it is there to notice.</summary>
public sealed class FaultLedgerTests
{
    private static readonly FaultLedger s_right = new()
    {
        Orders =
        [
            new SentOrder("PAID", Create(100), Pays: true, OrderFate.Accepted, 1),
            new SentOrder("BACK", Create(50), Pays: false, OrderFate.Accepted, 2),
            new SentOrder("LOST", Create(30), Pays: true, OrderFate.Unknown),
            new SentOrder("NEVER", Create(20), Pays: true, OrderFate.Unknown),
            new SentOrder("WRONG", Create(10), Pays: true, OrderFate.Refused),
            new SentOrder("ROOM", Create(5), Pays: true, OrderFate.Error),
        ],
        Payouts = [new(1, "PAID", Create(100), Pays: true), new(2, "BACK", Create(50), Pays: false), new(3, "LOST", Create(30), Pays: true)],
        Callbacks = [new(1, CallbackState.Delivered), new(2, CallbackState.Delivered), new(3, CallbackState.Dead)],
        Seen = [new(1, "PAID"), new(1, "PAID"), new(2, "BACK")],
        Opening = Create(1000),
        Balance = Create(870),
    };

    [Fact]
    public void Right_books_are_left_alone() => Assert.Empty(s_right.Verify());

    [Fact]
    public void A_lost_payout_is_noticed() => Notices(
        "lost payout: order PAID",
        s_right with { Payouts = [.. s_right.Payouts.Skip(1)], Callbacks = [.. s_right.Callbacks.Skip(1)], Seen = [.. s_right.Seen.Skip(2)], Balance = Create(970) });

    [Fact]
    public void A_double_payout_is_noticed_also_of_an_order_whose_answer_was_lost() => Notices(
        "double payout: order LOST",
        s_right with
        {
            Payouts = [.. s_right.Payouts, new(4, "LOST", Create(30), Pays: true)],
            Callbacks = [.. s_right.Callbacks, new(4, CallbackState.Dead)],
            Balance = Create(840),
        });

    [Fact]
    public void A_callback_for_nothing_is_noticed_at_the_endpoint() =>
        Notices("callback for nothing: the endpoint heard of 9", s_right with { Seen = [.. s_right.Seen, new(9, "NEVER")] });

    [Fact]
    public void A_callback_about_another_order_is_noticed() =>
        Notices("callback for nothing: the endpoint heard of 1 for order BACK", s_right with { Seen = [.. s_right.Seen, new(1, "BACK")] });

    [Fact]
    public void A_callback_for_nothing_is_noticed_in_the_books() =>
        Notices("callback for nothing: the books owe one for 9", s_right with { Callbacks = [.. s_right.Callbacks, new(9, CallbackState.Dead)] });

    [Fact]
    public void Money_that_is_missing_is_noticed() => Notices("money: 130.01", s_right with { Balance = new Amount(Create(870).Minor - 1) });

    [Fact]
    public void Money_that_did_not_come_back_is_noticed() => Notices(
        "wrong payout: 2",
        s_right with { Payouts = [s_right.Payouts[0], s_right.Payouts[1] with { Pays = true }, s_right.Payouts[2]], Balance = Create(820) });

    [Fact]
    public void A_callback_that_is_still_pending_is_noticed() => Notices(
        "callback without an end: that of payout 1", s_right with { Callbacks = [new(1, CallbackState.Pending), .. s_right.Callbacks.Skip(1)] });

    [Fact]
    public void A_callback_that_nobody_owes_is_noticed() =>
        Notices("callbacks: payout 3 has 0", s_right with { Callbacks = [.. s_right.Callbacks.Take(2)] });

    [Fact]
    public void A_delivery_that_the_endpoint_did_not_see_is_noticed() => Notices("callback unheard: that of 2", s_right with { Seen = [.. s_right.Seen.Take(2)] });

    [Fact]
    public void A_trace_of_a_refusal_is_noticed() => Notices(
        "trace of a refusal: order LOST",
        s_right with { Orders = [.. s_right.Orders.Select(order => order.OrderId == "LOST" ? order with { Fate = OrderFate.Refused } : order)] });

    [Fact]
    public void A_trace_of_an_error_is_noticed_where_errors_leave_none() => Notices(
        "trace of an error: order LOST",
        s_right with
        {
            Orders = [.. s_right.Orders.Select(order => order.OrderId == "LOST" ? order with { Fate = OrderFate.Error } : order)],
            ErrorsLeaveNoTrace = true,
        });

    [Fact]
    public void An_answer_with_another_payment_id_is_noticed() => Notices(
        "another payout: order PAID", s_right with { Orders = [s_right.Orders[0] with { PaymentId = 7 }, .. s_right.Orders.Skip(1)] });

    [Fact]
    public void A_payout_that_nobody_ordered_is_noticed() =>
        Notices("payout for nothing: 1", s_right with { Orders = [.. s_right.Orders.Skip(1)] });

    private static void Notices(string fault, FaultLedger ledger) =>
        Assert.StartsWith(fault, Assert.Single(ledger.Verify()), StringComparison.Ordinal);

    private static Amount Create(long units) => new(units * 100);
}
