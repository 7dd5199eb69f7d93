using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>The merchant under test, its client, and the documented payout.</summary>
internal static class Gateway
{
    public const string Secret = "sandbox-payout-secret";
    public const string Card = "4405645000006150";

    public static CardPayout Payout { get; } = new()
    {
        OrderId = "ORD12345",
        Amount = Amount.OfUnits(1000),
        Card = Card,
        Description = "Описание платежа",
        PostLink = "http://site.kz/post",
    };

    public static FreedomPayOptions Options(Uri? address = null) => new()
    {
        BaseAddress = address ?? new Uri("http://gateway"),
        MerchantId = 9970,
        PayoutSecret = Secret,
    };

    /// <summary>A client whose calls end at the handler.</summary>
    public static PayoutClient Client(HttpMessageHandler handler, TimeProvider? time = null) =>
        new(new HttpClient(handler, disposeHandler: false), Options(), time);

    /// <summary>A client on the network, put together as a program does it.</summary>
    public static PayoutClientHost Connect(Uri address, TimeProvider? time = null) => new(address, time);

    public static Task<PayoutResult> PayAsync(this HttpMessageHandler handler, CardPayout? payout = null) =>
        Client(handler).PayToCardAsync(payout ?? Payout);

    public static Task<PayoutResult> PayAsync(string answer) => StubGateway.Answering(answer).PayAsync();
}
