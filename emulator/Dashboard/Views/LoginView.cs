namespace FreedomPaySandbox.Emulator.Dashboard.Views;

/// <summary>The page that asks for the admin token.</summary>
/// <param name="Next">Where to go with it.</param>
/// <param name="WasWrong">Whether another text was given before.</param>
internal sealed record LoginView(string Next, bool WasWrong);
