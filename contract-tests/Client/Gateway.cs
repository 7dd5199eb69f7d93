using FreedomPaySandbox.Client;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>The merchant under test, its client, and the documented payout.</summary>
internal static class Gateway
{
    public const string Secret = "sandbox-payout-secret";
    public const string ReceiveSecret = "sandbox-receive-secret";
    public const string Card = "4405645000006150";
    public const string Token = "5e02a7c8-4e5d-4b57-a4a1-4a8b0a7c9f10";

    public static CardPayout Payout { get; } = new()
    {
        OrderId = "ORD12345",
        Amount = Amount.FromUnits(1000),
        Card = Card,
        Description = "Описание платежа",
        PostLink = "http://site.kz/post",
    };

    /// <summary>The vendor's own example of an account; its check digits are wrong.</summary>
    public static IbanPayout IbanPayout { get; } = new()
    {
        OrderId = "ORD12345",
        Amount = Amount.FromUnits(1000),
        Iban = "KZ123412341234123412",
        RecipientIin = "123456789012",
        RecipientName = "Иванов Иван",
        RecipientKbe = "19",
        PurposeCode = "119",
        BankBik = "KZZSAE",
        PostLink = "http://site.kz/post",
    };

    public static TokenPayout TokenPayout { get; } = new()
    {
        OrderId = "ORD12345",
        Amount = Amount.FromUnits(1000),
        Description = "Описание платежа",
        TimeLimit = new DateTimeOffset(2026, 1, 15, 20, 30, 15, TimeSpan.Zero),
        UserId = "user-1",
        PostLink = "http://site.kz/post",
        CardToken = Token,
    };

    public static HostedPayout PagePayout { get; } = new()
    {
        OrderId = "ORD12345",
        Amount = Amount.FromUnits(1000),
        Description = "Описание платежа",
        TimeLimit = new DateTimeOffset(2026, 1, 15, 20, 30, 15, TimeSpan.Zero),
        BackLink = "http://site.kz/back",
        PostLink = "http://site.kz/post",
    };

    public static CardSaving CardSaving { get; } = new()
    {
        UserId = "user-1",
        PostLink = "http://site.kz/saved",
        BackLink = "http://site.kz/back",
    };

    public static FreedomPayOptions Options(Uri? address = null) => new()
    {
        BaseAddress = address ?? new Uri("http://gateway"),
        MerchantId = 9970,
        PayoutSecret = Secret,
    };

    /// <summary>With both secrets, as saved cards need them.</summary>
    public static FreedomPayOptions OptionsWithBoth(Uri? address = null)
    {
        var options = Options(address);
        options.ReceiveSecret = ReceiveSecret;
        return options;
    }

    /// <summary>A client whose calls end at the handler.</summary>
    public static PayoutClient Client(HttpMessageHandler handler, TimeProvider? time = null) =>
        new(new HttpClient(handler, disposeHandler: false), OptionsWithBoth(), time);

    /// <summary>A client on the network, put together as a program does it.</summary>
    public static PayoutClientHost Connect(Uri address, TimeProvider? time = null) => new(address, time);

    public static Task<PayoutResult> PayAsync(this HttpMessageHandler handler, CardPayout? payout = null) =>
        Client(handler).PayToCardAsync(payout ?? Payout);

    public static Task<PayoutResult> PayAsync(string answer) => StubGateway.Answering(answer).PayAsync();
}
