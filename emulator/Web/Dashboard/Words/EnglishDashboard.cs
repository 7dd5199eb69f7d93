using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Web.Dashboard.Views;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Words;

/// <summary>The dashboard in English.</summary>
internal sealed class EnglishDashboard : DashboardTexts
{
    public static DashboardTexts Texts { get; } = new EnglishDashboard();

    public override string Brand => "Payout sandbox";

    public override string Languages => "Language";

    public override string Sections => "Sections";

    public override string SkipToContent => "Skip to the content";

    public override string Disclaimer => "For development and testing: no money moves. Not affiliated with Freedom Pay.";

    public override string AdminApi => "Admin API";

    public override string LeaveButton => "Log out";

    public override string Live => "Live";

    public override string NotLive => "Not connected";

    public override string Payouts => "Payouts";

    public override string Payout => "Payout";

    public override string Requests => "Requests";

    public override string Rules => "Rules";

    public override string Rule => "Rule";

    public override string Clock => "Clock";

    public override string Findings => "Findings";

    public override string Merchants => "Merchants";

    public override string Merchant => "Merchant";

    public override string AllMerchants => "All merchants";

    public override string Show => "Show";

    public override string Find => "Find";

    public override string Copy => "Copy";

    public override string Copied => "Copied";

    public override string Paging => "Pages of the list";

    public override string Newest => "Newest";

    public override string Older => "Older";

    public override string More => "More";

    public override string SearchHint => "Order, payment id, end of a card";

    public override string SearchLabel => "Search payouts";

    public override string OrderHint => "Order id";

    public override string Status => "Status";

    public override string AnyStatus => "Any status";

    public override string Method => "Method";

    public override string AnyMethod => "Any method";

    public override string Outcome => "Outcome";

    public override string AnyOutcome => "Any outcome";

    public override string MadeAt => "Time";

    public override string ReceivedAt => "Time";

    public override string Order => "Order";

    public override string Amount => "Amount";

    public override string Recipient => "Recipient";

    public override string NobodyYet => "no card typed yet";

    public override string Callback => "Callback";

    public override string NoCallback => "none";

    public override string Call => "Call";

    public override string Took => "Took";

    public override string NothingFound => "Nothing found";

    public override string NothingFoundText => "No entry fits all that is asked for.";

    public override string ShowAll => "Show all";

    public override string FirstTitle => "Send your first payout";

    public override string FirstText => "Run this in a terminal: it is signed and ready. The payout appears here by itself, and so does all that your service sends to the address below.";

    public override string GatewayAddress => "Address of the gateway";

    public override string NoCallsYet => "No calls yet";

    public override string NoCallsYetText => "Every call of your service to the gateway appears here, with what was answered.";

    public override string StrayCalls => "Calls of no known merchant";

    public override string StrayCallsText => "These calls name no merchant that is set up. One of them may be yours.";

    public override string RequestCame => "Request";

    public override string Answered => "Answer";

    public override string Answer => "Answer";

    public override string Made => "Payout made";

    public override string CallLetGo => "The journal has let the call go: it keeps the last ones in memory (--journal-entries).";

    public override string FieldsSent => "Fields";

    public override string AnswerSent => "What was sent back";

    public override string DecidedBy => "Rule";

    public override string WithFault => "fault";

    public override string WaitsForRecipient => "Waits for the recipient to type a card";

    public override string Until => "until";

    public override string NextAttempt => "Next attempt";

    public override string SentAndReceived => "What was sent, what came back";

    public override string WhatWasSent => "Sent";

    public override string WhatCameBack => "Came back";

    public override string NothingCameBack => "Nothing came back";

    public override string Resend => "Send again";

    public override string SendNow => "Send now";

    public override string NoPostLink => "No callback: the call named no pg_post_link";

    public override string NoCallbackPending => "No callback is pending";

    public override string SettleTitle => "In process";

    public override string SettleAs => "Make it final now";

    public override string SettleButton => "Settle";

    public override string Success => "success";

    public override string Facts => "Facts";

    public override string PaymentId => "Payment id";

    public override string Commission => "Commission";

    public override string BalanceAfter => "Balance after";

    public override string Reference => "Reference";

    public override string Description => "Description";

    public override string User => "User";

    public override string PostLink => "Post link";

    public override string IdempotencyKey => "Idempotency key";

    public override string TakeAlong => "Take along";

    public override string AsCurl => "As curl";

    public override string CurlHint => "The same call, signed anew, under an order id that is free.";

    public override string CurlHintOtherCard => "The same call, signed anew, under an order id that is free. It pays to a test card: the number of the real one is not kept.";

    public override string AsTest => "As a C# test";

    public override string TestHint => "With the package FreedomPaySandbox.Testing, which runs this sandbox inside of a test.";

    public override string Received => "Received";

    public override string NoFields => "Nothing could be read.";

    public override string NothingAnswered => "Nothing was answered.";

    public override string SignatureTitle => "Why the signature is wrong";

    public override string RightText => "The text to sign";

    public override string YourText => "The text you signed";

    public override string ErrorInTitle => "Error";

    public override string RulesAsJson => "Rules as JSON";

    public override string RulesHint => "Putting rules replaces all of them, or none if anything is wrong. They are described in docs/rules.md, with ten examples.";

    public override string RulesRefused => "None was taken. What is wrong:";

    public override string PutRules => "Put rules";

    public override string TakeRulesBack => "Back to the rules of the start";

    public override string RulesNow => "In force";

    public override string Hits => "Decided";

    public override string Calls => "Asked";

    public override string BuiltIn => "built in";

    public override string ClockLead => "Payouts settle and callbacks retry by the merchant's clock. Advancing it does in a moment what takes hours.";

    public override string ClockStands => "stands still";

    public override string ClockMoved => "moved";

    public override string ClockAsMachine => "as this machine's";

    public override string Plus5Seconds => "+5 s";

    public override string Plus30Minutes => "+30 min";

    public override string Plus2Hours => "+2 h";

    public override string StandStill => "Stand still";

    public override string GoOn => "Go on";

    public override string SetBack => "Set back";

    public override string MerchantsLead => "Each has payouts, callbacks, rules, a clock and a journal of its own. Secrets are shown nowhere.";

    public override string Settings => "Settings";

    public override string NoFindings => "Nothing to find fault with";

    public override string NoFindingsText => "When the sandbox notices something about the way your service pays or takes callbacks, it will say so here.";

    public override string ResetLink => "Reset";

    public override string ResetTitle => "Reset";

    public override string ResetText => "Payouts, callbacks and journal will be gone; balance, clock and rules go back to where they began. Settings and secrets stay.";

    public override string ResetButton => "Reset";

    public override string KeepIt => "Keep everything";

    public override string LoginTitle => "This sandbox has a token";

    public override string LoginText => "It was started with --admin-token (FPS_ADMIN_TOKEN). Type that token to come in.";

    public override string Token => "Token";

    public override string TokenWrong => "That is not the token. Ask the person who started the sandbox.";

    public override string TokenLater(int seconds) => $"Too many wrong tokens came from your address. Wait {seconds} s, then type the token again.";

    public override string LoginButton => "Come in";

    public override string ToPayouts => "To the payouts";

    public override Notice ForeignHost => new(
        "Not under this name",
        "The dashboard is not served under this host name, because a page from elsewhere could have made it up. Open localhost or an address, or start the sandbox with --allowed-hosts and this name.");

    public override Notice ForeignPage => new(
        "The form is not of this page",
        "Nothing was done. Open the dashboard and press the button there.");

    public override Notice StaleForm => new(
        "The form was not opened in this browser",
        "Nothing was done. Open the page again and press the button once more. The browser must keep the sandbox's cookies; a script calls /__admin instead.");

    public override Notice UnreadableForm => new(
        "The form cannot be read",
        "Nothing was done. Open the page again and send the form from the browser; a text may have 1 MiB at most.");

    public override Notice StoreUnavailable => new(
        "The store does not answer",
        "Wait a moment and open the page again. The sandbox's log says more.");

    public override Notice Fault => new(
        "The sandbox itself failed",
        "Its log says how; please report it.");

    public override Notice NoPage => new(
        "There is no such page",
        "Begin with the payouts.");

    public override Notice NoMerchant => new(
        "There is no such merchant",
        "It may have been removed, or never made: POST /__admin/merchants makes one.");

    public override Notice NoPayout => new(
        "There is no such payout",
        "After a reset there are none of those before it.");

    public override Notice NoRequest => new(
        "There is no such call",
        "The journal keeps the last ones of each merchant (--journal-entries), and a reset begins a new one.");

    public override string GetStatus(PayoutStatus status) => status switch
    {
        PayoutStatus.Ok => "Paid",
        PayoutStatus.Error => "Error",
        _ => "In process",
    };

    public override string GetCallback(CallbackMark callback) => callback switch
    {
        { State: CallbackState.Pending, Attempts: 0 } => $"due {Due(callback)}",
        { State: CallbackState.Pending } => string.Create(CultureInfo.InvariantCulture, $"{callback.Attempts} failed, next {Due(callback)}"),
        _ => GetCallbackState(callback.State).ToLowerInvariant(),
    };

    public override string GetCallbackState(CallbackState state) => state switch
    {
        CallbackState.Pending => "To be delivered",
        CallbackState.Delivered => "Delivered",
        CallbackState.Dead => "Dead letter",
        CallbackState.Lost => "Lost by a rule",
        _ => "Forgery rejected",
    };

    public override string GetAnswerSignature(AnswerSignature signature) =>
        signature == AnswerSignature.Right ? "answer rightly signed" : "answer wrongly signed";

    public override string WillSettle(int? errorCode) =>
        errorCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"In process, then error {code}") : "In process, then paid";

    public override string AsPlanned(int? errorCode) =>
        errorCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"as planned: error {code}") : "as planned: success";

    public override string Attempt(int number) => string.Create(CultureInfo.InvariantCulture, $"Attempt {number}");

    public override string CallbackNumber(int number) => string.Create(CultureInfo.InvariantCulture, $"callback {number}");

    public override string Times(int made, int most) => string.Create(CultureInfo.InvariantCulture, $"{made} made, {most} in the schedule");

    public override string OfMerchant(long merchant) => string.Create(CultureInfo.InvariantCulture, $"of merchant {merchant}");

    public override string When(string condition) => condition.Length == 0 ? "every payout" : $"when {condition}";

    public override string FieldsLeftOut(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} more were left out.");

    public override string Evicted(long count) => string.Create(
        CultureInfo.InvariantCulture, $"{count} older {(count == 1 ? "call was" : "calls were")} evicted to save memory. More are kept with --journal-entries.");

    public override string ChangeIn(string language) => $"To change in {language}";

    public override string ResetOne(long merchant) => string.Create(CultureInfo.InvariantCulture, $"Empty merchant {merchant}?");

    public override string ResetAll(int merchants) => merchants == 1 ? "Empty the merchant?" : string.Create(CultureInfo.InvariantCulture, $"Empty all {merchants} merchants?");

    public override string Said(Flash flash) => flash.Kind switch
    {
        FlashKind.Resent => "The callback is sent again.",
        FlashKind.NotFinal => "The payout is in process, so there is no outcome to send yet. Settle it, or advance the clock.",
        FlashKind.Settled => "The payout is final.",
        FlashKind.FinalAlready => "The payout was final already. Only one in process can be settled.",
        FlashKind.NoRecipient => "The payout cannot succeed: its recipient has typed no card yet. Settle it with an error, or type a card on its page.",
        FlashKind.RulesTaken => string.Create(CultureInfo.InvariantCulture, $"Rules in force: {flash[0]}. Counts begin anew."),
        FlashKind.RulesTakenBack => "The rules are those of the start again.",
        FlashKind.Advanced => string.Create(
            CultureInfo.InvariantCulture,
            $"Advanced. Settled: {flash[0]}, attempts: {flash[1]}, delivered: {flash[2]}, dead letters: {flash[3]}, still pending: {flash[4]}."),
        FlashKind.ClockStands => "The clock stands still.",
        FlashKind.ClockGoesOn => "The clock goes on.",
        FlashKind.ClockSetBack => "The clock is where it began.",
        FlashKind.Emptied => string.Create(CultureInfo.InvariantCulture, $"Emptied: {flash[0]} {(flash[0] == 1 ? "merchant" : "merchants")}."),
        _ => "That is no more: it may have been reset or removed meanwhile.",
    };

    public override string Duration(TimeSpan duration) => duration < TimeSpan.FromSeconds(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.#}\u00A0ms")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.#}\u00A0s");

    protected override string Day(DateTimeOffset day) => day.ToString("d\u00A0MMM", CultureInfo.InvariantCulture);
}
