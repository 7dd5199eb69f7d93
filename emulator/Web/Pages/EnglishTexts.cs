using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>The pages in English.</summary>
internal sealed class EnglishTexts : PageTexts
{
    public override string Brand => "Payout sandbox";

    public override string Languages => "Language of the page";

    public override string SandboxNote => "This is a sandbox: no money moves. Enter published test cards only, never a real one.";

    public override string Disclaimer => "For development and testing. Not affiliated with Freedom Pay.";

    public override string PayoutTitle => "Receive a payout";

    public override string SaveTitle => "Save a card for payouts";

    public override string SaveLead => "The merchant will be able to send payouts to this card. Nothing is paid or charged now.";

    public override string ErrorInTitle => "Error";

    public override string Merchant => "Merchant";

    public override string Order => "Order";

    public override string Description => "What for";

    public override string ValidUntil => "Link valid until";

    public override string CardLabel => "Card number";

    public override string CardHint => "A test card from the list below; spaces may stay.";

    public override string SaveButton => "Save the card";

    public override string TestCards => "Test cards, and what a payout to each does";

    public override string CardColumn => "Card";

    public override string OutcomeColumn => "What happens";

    public override string OpenAgain => "Open the page again";

    public override string MerchantNumber(long merchant) => string.Create(CultureInfo.InvariantCulture, $"No.\u00A0{merchant}");

    public override string PayoutButton(string money) => $"Receive {money}";

    public override string Outcome(TestCard card) => (card.ErrorCode, card.InProcess) switch
    {
        (null, false) => "Succeeds at once",
        (null, true) => "In process at first, then succeeds",
        ({ } code, false) => Failure("Error", code),
        ({ } code, true) => Failure("In process at first, then error", code),
    };

    public override string Problem(TypedCardProblem problem) => problem switch
    {
        TypedCardProblem.Empty => "Enter the card number.",
        TypedCardProblem.NotDigits => "There is more than digits in the card number. Remove the rest; spaces and dashes may stay.",
        TypedCardProblem.Length => "A card number has 13 to 20 digits. Check that all of them are there.",
        TypedCardProblem.CheckDigit => "The card number is mistyped: its check digit does not fit. Enter it again.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, message: null),
    };

    public override string RefusedWith(int code) => string.Create(CultureInfo.InvariantCulture, $"The gateway refused with code {code}:");

    public override string AfterRefusal => "Try another card, or ask the merchant.";

    public override NoticeTexts Notice(NoticeKind kind) => kind switch
    {
        NoticeKind.UsedLink => new("This link was used",
            "A card was already given here. If it should be another one, ask the merchant for a new link."),
        NoticeKind.ExpiredLink => new("This link has expired",
            "No card can be given here any more. Ask the merchant for a new link."),
        NoticeKind.UnknownLink => new("There is no such link",
            "Check that the whole address was copied, or ask the merchant for a new link. After a reset of the sandbox, earlier links no longer work."),
        NoticeKind.ForgedPost => new("The form was not sent from this page",
            "The card number was not taken. Open the page again and enter it once more."),
        NoticeKind.UnreadableForm => new("The form could not be read",
            "The card number was not taken. Open the page again and send the form from a browser."),
        NoticeKind.NothingToDo => new("Nothing to do here",
            "This payout goes to a bank account (IBAN) and needs no card. You may close the page."),
        NoticeKind.StoreUnavailable => new("The sandbox is not available just now",
            "Wait a minute and open the page again. If the card was taken already, the page will say so."),
        NoticeKind.Fault => new("Something broke",
            "Open the page again. If the card was taken already, the page will say so. The sandbox's log tells the reason."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public override string Money(Amount amount) => (amount.Minor / 100m).ToString("N2", CultureInfo.InvariantCulture);

    public override string Moment(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time:d\u00A0MMMM yyyy, HH:mm} ({Zone(time.Offset)})");

    private static string Failure(string kind, int code) => string.Create(CultureInfo.InvariantCulture, $"{kind} {code}: {Meaning(code)}");

    private static string Meaning(int code) => code switch
    {
        GatewayError.ServiceUnavailable => "service unavailable",
        GatewayError.AskYourBank => "refused by the card's bank",
        GatewayError.BalanceTooLow => "the merchant's balance is too low",
        _ => GatewayError.Get(code).Description,
    };
}
