using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Verification.Drift;

/// <summary>All scenarios, those that only ask before those that pay.</summary>
internal static class Scenarios
{
    private const string ToCard = "/g2g/p2p2nonreg";
    private const string Success = "4671593866478252";
    private const string Fails = "4556046085041740";
    private const string InProcess = "5507841999732294";
    private const string InProcessThenFails = "4532676596620704";
    private const string OtherCard = "4405645000006150";
    private const string WrongSecret = "not the secret";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        Ask("wrong-signature", "E-2", play => play.CallAsync(ToCard, SecretKind.Payout, Payout(play, Success), WrongSecret)),
        Ask("wrong-signature-api", "E-3", play => play.CallAsync("/api/payment_status2", SecretKind.Payout, OfOrder(play), WrongSecret)),
        Ask("wrong-signature-merchant", "E-4", play => play.CallAsync("/v1/merchant/{merchant}/cardstoragepayout/add", SecretKind.Receive, [], WrongSecret)),
        Ask("unknown-merchant", "E-5", play => play.CallAsync(ToCard, SecretKind.Payout, new Parameters(Payout(play, Success)) { { Fields.MerchantId, "999999999999" } })),
        Ask("missing-field", "E-7", play => play.CallAsync(ToCard, SecretKind.Payout, OfOrder(play))),
        Ask("unknown-payout", "E-6", play => play.CallAsync("/g2g/payout_status2", SecretKind.Payout, OfOrder(play))),
        Ask("unknown-payout-api", "M-5", play => play.CallAsync("/api/payment_status2", SecretKind.Payout, OfOrder(play))),
        Ask("unknown-payout-by-order", "M-6", play => play.CallAsync("/get_status2.php", SecretKind.Receive, OfOrder(play))),
        Ask("balance", "M-2", play => play.CallAsync("/g2g/balance_status", SecretKind.Payout, [])),
        Ask("balance-api", "M-2", play => play.CallAsync("/api/balance_status", SecretKind.Payout, [])),
        Ask("unknown-token", "M-7", play => play.CallAsync("/g2g/reg2reg", SecretKind.Payout, ToToken(play))),
        Pay("accepted", "P-1", play => play.CallAsync(ToCard, SecretKind.Payout, Payout(play, Success))),
        Pay("refused-by-bank", "C-1", play => play.CallAsync(ToCard, SecretKind.Payout, Payout(play, Fails))),
        Pay("other-card", "C-2", play => play.CallAsync(ToCard, SecretKind.Payout, Payout(play, OtherCard))),
        Pay("in-process", "C-3", play => play.CallAsync(ToCard, SecretKind.Payout, Payout(play, InProcess))),
        Pay("duplicate-order", "E-9", PayTwiceAsync),
        Pay("idempotent", "E-10", PayUnderOneKeyAsync),
        Pay("status", "M-3", play => AskAfterAsync(play, "/g2g/payout_status2", SecretKind.Payout)),
        Pay("status-api", "M-5", play => AskAfterAsync(play, "/api/payment_status2", SecretKind.Payout)),
        Pay("status-api-older", "M-5", play => AskAfterAsync(play, "/api/payment_status", SecretKind.Payout)),
        Pay("status-by-order", "M-6", play => AskAfterAsync(play, "/get_status2.php", SecretKind.Receive)),
        Pay("to-iban", "M-1", play => play.CallAsync("/g2g/to_iban", SecretKind.Payout, ToIban(play))),
        Pay("page", "M-8", play => play.CallAsync("/api/reg2nonreg", SecretKind.Payout, Page(play))),
        Pay("callback", "N-2", play => CalledBackAsync(play, Success, "/post")) with { ListensForCallbacks = true },
        Pay("callback-of-a-failure", "N-8", play => CalledBackAsync(play, Fails, "/post")) with { ListensForCallbacks = true },
        Pay("callback-to-a-slash", "S-11", play => CalledBackAsync(play, Success, "/post/")) with { ListensForCallbacks = true },
    ];

    private static Scenario Ask(string id, string rule, Func<ScenarioSession, Task> play) => new(id, rule, Pays: false, play);

    private static Scenario Pay(string id, string rule, Func<ScenarioSession, Task> play) => new(id, rule, Pays: true, play);

    private static async Task PayTwiceAsync(ScenarioSession play)
    {
        await play.CallAsync(ToCard, SecretKind.Payout, Payout(play, Success));
        await play.CallAsync(ToCard, SecretKind.Payout, Payout(play, Success));
    }

    private static async Task PayUnderOneKeyAsync(ScenarioSession play)
    {
        var payout = new Parameters(Payout(play, Success)) { { Fields.IdempotencyKey, play.Order } };
        await play.CallAsync(ToCard, SecretKind.Payout, payout);
        await play.CallAsync(ToCard, SecretKind.Payout, payout);
    }

    private static async Task AskAfterAsync(ScenarioSession play, string path, SecretKind kind)
    {
        await play.CallAsync(ToCard, SecretKind.Payout, Payout(play, Success));
        await play.CallAsync(path, kind, OfOrder(play));
    }

    private static async Task CalledBackAsync(ScenarioSession play, string card, string path)
    {
        await play.CallAsync(ToCard, SecretKind.Payout, Payout(play, card, path));
        await play.ListenAsync();
    }

    private static Parameters OfOrder(ScenarioSession play) => new() { { Fields.OrderId, play.Order } };

    private static Parameters Payout(ScenarioSession play, string card, string path = "/post") => new()
    {
        { Fields.OrderId, play.Order },
        { Fields.Amount, "1" },
        { Fields.PaymentTo, card },
        { Fields.Description, "Drift" },
        { Fields.PostLink, play.PostLink(path) },
    };

    private static Parameters ToIban(ScenarioSession play) => new()
    {
        { Fields.OrderId, play.Order },
        { Fields.Amount, "1" },
        { Fields.RecipientIban, "KZ123412341234123412" },
        { Fields.RecipientIin, "123456789012" },
        { Fields.RecipientName, "Ivan Ivanov" },
        { Fields.RecipientKbe, "19" },
        { Fields.PurposeCode, "119" },
        { Fields.BankBik, "KZZSAE" },
        { Fields.PostLink, play.PostLink() },
    };

    private static Parameters ToToken(ScenarioSession play) => new()
    {
        { Fields.OrderId, play.Order },
        { Fields.Amount, "1" },
        { Fields.Description, "Drift" },
        { Fields.OrderTimeLimit, FarAway },
        { Fields.UserId, "drift" },
        { Fields.PostLink, play.PostLink() },
        { Fields.CardTokenTo, "00000000-0000-4000-8000-000000000000" },
    };

    private static Parameters Page(ScenarioSession play) => new()
    {
        { Fields.OrderId, play.Order },
        { Fields.Amount, "1" },
        { Fields.Description, "Drift" },
        { Fields.OrderTimeLimit, FarAway },
        { Fields.BackLink, "https://shop.test/back" },
        { Fields.PostLink, play.PostLink() },
    };

    private const string FarAway = "2099-01-01 00:00:00";
}

/// <summary>A few calls that show one rule of the protocol.</summary>
/// <param name="Id">Such as <c>duplicate-order</c>.</param>
/// <param name="Rule">The rule that it shows.</param>
/// <param name="Pays">Whether it makes payouts, to test cards only.</param>
/// <param name="Play">Makes the calls.</param>
internal sealed record Scenario(string Id, string Rule, bool Pays, Func<ScenarioSession, Task> Play)
{
    private const string SignedErrors = "E-1";

    /// <summary>Whether it needs to be called back.</summary>
    public bool ListensForCallbacks { get; init; }

    /// <summary>Which rule a message contradicts that is signed otherwise.</summary>
    /// <param name="isError">Whether it refuses a call.</param>
    public string SigningRule(bool isError) => isError ? SignedErrors : Rule;

    public override string ToString() => Id;
}
