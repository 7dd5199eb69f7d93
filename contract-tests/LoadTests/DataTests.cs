using FreedomPaySandbox.LoadTests.Data;
using FreedomPaySandbox.LoadTests.Scenarios;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Load;

public sealed class DataTests
{
    [Fact]
    public void The_same_seed_makes_the_same_orders() => Assert.Equal(Orders(seed: 7), Orders(seed: 7));

    [Fact]
    public void Another_seed_makes_others() => Assert.NotEqual(Orders(seed: 7), Orders(seed: 8));

    [Fact]
    public void Orders_go_to_published_test_cards_only_and_no_two_are_the_same_payout()
    {
        var source = new OrderSource("run", new Recipients(1), "http://localhost:5000/post");

        var orders = Enumerable.Range(0, 2000).Select(number => source.Order(number, TestCards.Any(number).Number)).ToList();

        Assert.All(orders, order => Assert.NotNull(TestCard.Find(order.Card)));
        Assert.Equal(TestCard.All.Count, orders.Select(order => order.Card).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2000, orders.Select(order => (order.Card, order.Amount, order.Description)).Distinct().Count());
        Assert.Equal(2000, orders.Select(order => order.OrderId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(orders, order => Assert.InRange(order.Amount.Minor, 100, 5_000_000));
    }

    [Fact]
    public void Numbers_are_given_out_once()
    {
        var source = new OrderSource("run", new Recipients(1), "http://localhost:5000/post");
        var numbers = new long[1000];

        Parallel.For(0, numbers.Length, place => numbers[place] = source.NextNumber());

        Assert.Equal(Enumerable.Range(0, 1000).Select(number => (long)number), numbers.Order());
        Assert.Equal(1000, source.Taken);
    }

    [Fact]
    public void Cards_that_succeed_do_so_at_once() =>
        Assert.All(Enumerable.Range(0, 20), number => Assert.True(TestCard.Find(TestCards.Paid(number)) is { ErrorCode: null, InProcess: false }));

    [Fact]
    public void Recent_orders_forget_the_oldest()
    {
        var recent = new RecentOrders(room: 3);
        Assert.Null(recent.Any(5));
        foreach (var order in new[] { "a", "b", "c", "d" })
            recent.Add(order);

        Assert.Equal(["b", "c", "d"], Enumerable.Range(0, 30).Select(pick => recent.Any(pick)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList());
    }

    private static List<string> Orders(int seed)
    {
        var source = new OrderSource("run", new Recipients(seed), "http://localhost:5000/post");
        return [.. Enumerable.Range(0, 700).Select(number => source.Order(number, TestCards.Paid(number))).Select(order => $"{order.OrderId} {order.Amount} {order.CardName} {order.UserId} {order.Description}")];
    }
}
