using FreedomPaySandbox.Client;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>A call of the client's, whichever, and the documented answer to it.</summary>
internal sealed record OperationCall(string Path, Answer Answer, Func<PayoutClient, Task<object>> Ask)
{
    private static readonly Dictionary<string, OperationCall> s_all = new(StringComparer.Ordinal)
    {
        ["card"] = new("/g2g/p2p2nonreg", Answer.Accepted, async client => await client.PayToCardAsync(Gateway.Payout)),
        ["iban"] = new("/g2g/to_iban", Answer.ToIban, async client => await client.PayToIbanAsync(Gateway.IbanPayout)),
        ["token"] = new("/g2g/reg2reg", Answer.ToToken, async client => await client.PayToTokenAsync(Gateway.TokenPayout)),
        ["page"] = new("/api/reg2nonreg", Answer.Page, async client => await client.OpenPageAsync(Gateway.PagePayout)),
        ["saved card"] = new(
            "/v1/merchant/9970/cardstoragepayout/add", Answer.CardPage, async client => await client.SaveCardAsync(Gateway.CardSaving)),
        ["balance"] = new("/g2g/balance_status", Answer.Balance, async client => await client.BalanceAsync("KZT")),
        ["status"] = new("/g2g/payout_status2", Answer.Status, async client => await client.GetStatusAsync("ORD12345")),
        ["payment status"] = new(
            "/api/payment_status2", Answer.PaymentStatus, async client => await client.GetPaymentStatusAsync("ORD12345", 7_777_777_777)),
        ["order status"] = new("/get_status2.php", Answer.OrderStatus, async client => await client.GetOrderStatusAsync("ORD12345")),
    };

    public static TheoryData<string> Names => new(s_all.Keys);

    public static OperationCall ByName(string name) => s_all[name];

    public Task<object> ToldAsync(string answer) => ToldAsync(StubGateway.Answering(answer));

    public Task<object> ToldAsync(HttpMessageHandler gateway) => Ask(Gateway.Client(gateway));
}
