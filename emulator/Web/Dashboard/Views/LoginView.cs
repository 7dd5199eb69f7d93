namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>The page that asks for the admin token.</summary>
/// <param name="Next">Where to go with it.</param>
/// <param name="WasWrong">Whether another text was given before.</param>
/// <param name="Wait">How many seconds no token is looked at, because too many wrong ones were given.</param>
internal sealed record LoginView(string Next, bool WasWrong = false, int? Wait = null)
{
    public int Status => Wait is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status429TooManyRequests;
}
