using FreedomPaySandbox.Emulator.Web.Dashboard.Words;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>Why there is not the page that was asked for, and what to do.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Words">What it says, in each language.</param>
internal sealed record NoticeView(int Status, Func<DashboardTexts, Notice> Words)
{
    public static NoticeView ForeignHost { get; } = new(StatusCodes.Status403Forbidden, texts => texts.ForeignHost);

    public static NoticeView ForeignPage { get; } = new(StatusCodes.Status403Forbidden, texts => texts.ForeignPage);

    public static NoticeView StaleForm { get; } = new(StatusCodes.Status403Forbidden, texts => texts.StaleForm);

    public static NoticeView UnreadableForm { get; } = new(StatusCodes.Status400BadRequest, texts => texts.UnreadableForm);

    public static NoticeView StoreUnavailable { get; } = new(StatusCodes.Status503ServiceUnavailable, texts => texts.StoreUnavailable);

    public static NoticeView Fault { get; } = new(StatusCodes.Status500InternalServerError, texts => texts.Fault);

    public static NoticeView NoPage { get; } = new(StatusCodes.Status404NotFound, texts => texts.NoPage);

    public static NoticeView NoMerchant { get; } = new(StatusCodes.Status404NotFound, texts => texts.NoMerchant);

    public static NoticeView NoPayout { get; } = new(StatusCodes.Status404NotFound, texts => texts.NoPayout);

    public static NoticeView NoRequest { get; } = new(StatusCodes.Status404NotFound, texts => texts.NoRequest);
}

/// <summary>The page that asks for the admin token.</summary>
/// <param name="Next">Where to go with it.</param>
/// <param name="WasWrong">Whether another text was given before.</param>
/// <param name="Wait">How many seconds no token is looked at, because too many wrong ones were given.</param>
internal sealed record LoginView(string Next, bool WasWrong = false, int? Wait = null)
{
    public int Status => Wait is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status429TooManyRequests;
}

/// <summary>Whether somebody means it.</summary>
/// <param name="Merchant">Who would be emptied, or nothing for all.</param>
/// <param name="Merchants">How many that is.</param>
internal sealed record ResetQuestion(long? Merchant, int Merchants);
