using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Web.Dashboard.Views;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Words;

/// <summary>All words of the dashboard, and how spans and days are written; one class a language.</summary>
internal abstract class DashboardTexts
{
    public abstract string Brand { get; }

    public abstract string Languages { get; }

    public abstract string Sections { get; }

    public abstract string SkipToContent { get; }

    public abstract string Disclaimer { get; }

    public abstract string AdminApi { get; }

    public abstract string LeaveButton { get; }

    public abstract string Live { get; }

    public abstract string NotLive { get; }

    public abstract string Payouts { get; }

    public abstract string Payout { get; }

    public abstract string Requests { get; }

    public abstract string Rules { get; }

    public abstract string Rule { get; }

    public abstract string Clock { get; }

    public abstract string Findings { get; }

    public abstract string Merchants { get; }

    public abstract string Merchant { get; }

    public abstract string AllMerchants { get; }

    public abstract string Show { get; }

    public abstract string Find { get; }

    public abstract string Copy { get; }

    public abstract string Copied { get; }

    public abstract string Paging { get; }

    public abstract string Newest { get; }

    public abstract string Older { get; }

    public abstract string More { get; }

    public abstract string SearchHint { get; }

    public abstract string SearchLabel { get; }

    public abstract string OrderHint { get; }

    public abstract string Status { get; }

    public abstract string AnyStatus { get; }

    public abstract string Method { get; }

    public abstract string AnyMethod { get; }

    public abstract string Outcome { get; }

    public abstract string AnyOutcome { get; }

    public abstract string MadeAt { get; }

    public abstract string ReceivedAt { get; }

    public abstract string Order { get; }

    public abstract string Amount { get; }

    public abstract string Recipient { get; }

    public abstract string NobodyYet { get; }

    public abstract string Callback { get; }

    public abstract string NoCallback { get; }

    public abstract string Call { get; }

    public abstract string Took { get; }

    public abstract string NothingFound { get; }

    public abstract string NothingFoundText { get; }

    public abstract string ShowAll { get; }

    public abstract string FirstTitle { get; }

    public abstract string FirstText { get; }

    public abstract string GatewayAddress { get; }

    public abstract string NoCallsYet { get; }

    public abstract string NoCallsYetText { get; }

    public abstract string StrayCalls { get; }

    public abstract string StrayCallsText { get; }

    public abstract string RequestCame { get; }

    public abstract string Answered { get; }

    public abstract string Answer { get; }

    public abstract string Made { get; }

    public abstract string CallLetGo { get; }

    public abstract string FieldsSent { get; }

    public abstract string AnswerSent { get; }

    public abstract string DecidedBy { get; }

    public abstract string WithFault { get; }

    public abstract string WaitsForRecipient { get; }

    public abstract string Until { get; }

    public abstract string NextAttempt { get; }

    public abstract string SentAndReceived { get; }

    public abstract string WhatWasSent { get; }

    public abstract string WhatCameBack { get; }

    public abstract string NothingCameBack { get; }

    public abstract string Resend { get; }

    public abstract string SendNow { get; }

    public abstract string NoPostLink { get; }

    public abstract string NoCallbackPending { get; }

    public abstract string SettleTitle { get; }

    public abstract string SettleAs { get; }

    public abstract string SettleButton { get; }

    public abstract string Success { get; }

    public abstract string Facts { get; }

    public abstract string PaymentId { get; }

    public abstract string Commission { get; }

    public abstract string BalanceAfter { get; }

    public abstract string Reference { get; }

    public abstract string Description { get; }

    public abstract string User { get; }

    public abstract string PostLink { get; }

    public abstract string IdempotencyKey { get; }

    public abstract string TakeAlong { get; }

    public abstract string AsCurl { get; }

    public abstract string CurlHint { get; }

    public abstract string CurlHintOtherCard { get; }

    public abstract string AsTest { get; }

    public abstract string TestHint { get; }

    public abstract string Received { get; }

    public abstract string NoFields { get; }

    public abstract string NothingAnswered { get; }

    public abstract string SignatureTitle { get; }

    public abstract string RightText { get; }

    public abstract string YourText { get; }

    public abstract string ErrorInTitle { get; }

    public abstract string RulesAsJson { get; }

    public abstract string RulesHint { get; }

    public abstract string RulesRefused { get; }

    public abstract string PutRules { get; }

    public abstract string TakeRulesBack { get; }

    public abstract string RulesNow { get; }

    public abstract string Hits { get; }

    public abstract string Calls { get; }

    public abstract string BuiltIn { get; }

    public abstract string ClockLead { get; }

    public abstract string ClockStands { get; }

    public abstract string ClockMoved { get; }

    public abstract string ClockAsMachine { get; }

    public abstract string Plus5Seconds { get; }

    public abstract string Plus30Minutes { get; }

    public abstract string Plus2Hours { get; }

    public abstract string StandStill { get; }

    public abstract string GoOn { get; }

    public abstract string SetBack { get; }

    public abstract string MerchantsLead { get; }

    public abstract string Settings { get; }

    public abstract string NoFindings { get; }

    public abstract string NoFindingsText { get; }

    public abstract string ResetLink { get; }

    public abstract string ResetTitle { get; }

    public abstract string ResetText { get; }

    public abstract string ResetButton { get; }

    public abstract string KeepIt { get; }

    public abstract string LoginTitle { get; }

    public abstract string LoginText { get; }

    public abstract string Token { get; }

    public abstract string TokenWrong { get; }

    public abstract string TokenLater(int seconds);

    public abstract string LoginButton { get; }

    public abstract string ToPayouts { get; }

    public abstract Notice ForeignHost { get; }

    public abstract Notice ForeignPage { get; }

    public abstract Notice StaleForm { get; }

    public abstract Notice UnreadableForm { get; }

    public abstract Notice StoreUnavailable { get; }

    public abstract Notice Fault { get; }

    public abstract Notice NoPage { get; }

    public abstract Notice NoMerchant { get; }

    public abstract Notice NoPayout { get; }

    public abstract Notice NoRequest { get; }

    public abstract string GetStatus(PayoutStatus status);

    /// <summary>Where a payout's callbacks are, in a word or two.</summary>
    public abstract string GetCallback(CallbackMark callback);

    public abstract string GetCallbackState(CallbackState state);

    public abstract string GetAnswerSignature(AnswerSignature signature);

    /// <summary>What a payout in process will come to.</summary>
    public abstract string WillSettle(int? errorCode);

    /// <summary>To let it come to what it would.</summary>
    public abstract string AsPlanned(int? errorCode);

    public abstract string Attempt(int number);

    public abstract string CallbackNumber(int number);

    /// <summary>How many attempts were made, of how many.</summary>
    public abstract string Times(int made, int most);

    public abstract string OfMerchant(long merchant);

    /// <summary>Which calls a rule is about.</summary>
    public abstract string When(string condition);

    public abstract string FieldsLeftOut(int count);

    /// <summary>How many calls the journal has evicted.</summary>
    public abstract string Evicted(long count);

    /// <summary>The lines to change in a program of that language.</summary>
    public abstract string ChangeIn(string language);

    public abstract string ResetOne(long merchant);

    public abstract string ResetAll(int merchants);

    public abstract string Said(Flash flash);

    public abstract string Duration(TimeSpan duration);

    /// <summary>The day of a moment, or nothing where it is the merchant's today.</summary>
    public string? GetDay(Moment moment) => moment.IsToday ? null : Day(moment.Local);

    protected abstract string Day(DateTimeOffset day);

    protected string Due(CallbackMark callback) => $"{GetDay(callback.DueAt)} {callback.DueAt.Time}".TrimStart();
}

/// <summary>A heading, and what it means with the next step.</summary>
internal sealed record Notice(string Title, string Text);
