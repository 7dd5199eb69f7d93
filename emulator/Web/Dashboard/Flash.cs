using System.Globalization;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>
/// One line on what a form has come to, shown on the next page and on no other. Kept in a cookie that can say nothing else.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="Numbers">How much of it.</param>
internal sealed record Flash(FlashKind Kind, params IReadOnlyList<long> Numbers)
{
    private const string Cookie = "fps-flash";
    private const int MostNumbers = 5;

    public bool IsBad => Kind is FlashKind.NotFinal or FlashKind.FinalAlready or FlashKind.NoRecipient or FlashKind.Gone;

    public long this[int number] => number < Numbers.Count ? Numbers[number] : 0;

    /// <summary>Takes the line that the last form left, if it left any.</summary>
    public static Flash? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } text)
            return null;
        context.Response.Cookies.Delete(Cookie, Options());
        return TryParse(text);
    }

    public void Leave(HttpContext context) => context.Response.Cookies.Append(
        Cookie,
        string.Join('.', [Kind.ToString(), .. Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))]),
        Options());

    private static Flash? TryParse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length > 1 + MostNumbers || !Enum.GetNames<FlashKind>().Contains(parts[0], StringComparer.Ordinal))
            return null;
        var numbers = parts.Skip(1).Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return numbers.Contains(-1) ? null : new Flash(Enum.Parse<FlashKind>(parts[0]), numbers);
    }

    private static CookieOptions Options() => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromMinutes(1) };
}

/// <summary>What a form has come to.</summary>
internal enum FlashKind
{
    /// <summary>A callback is sent again.</summary>
    Resent,

    /// <summary>A callback is not sent: its payout is in process.</summary>
    NotFinal,

    /// <summary>A payout was made final.</summary>
    Settled,

    /// <summary>It was final before.</summary>
    FinalAlready,

    /// <summary>It cannot succeed: nobody has typed a card.</summary>
    NoRecipient,

    /// <summary>The rules were replaced; their number.</summary>
    RulesTaken,

    /// <summary>The rules are those of the start again.</summary>
    RulesTakenBack,

    /// <summary>A clock was advanced; settled payouts, attempts, delivered, dead letters, callbacks still pending.</summary>
    Advanced,

    ClockStands,

    ClockGoesOn,

    ClockSetBack,

    /// <summary>Merchants were emptied; how many.</summary>
    Emptied,

    /// <summary>What the form was about is no more.</summary>
    Gone,
}
