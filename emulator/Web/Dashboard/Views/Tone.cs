namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>How a mark looks; what it says stands beside it in words.</summary>
internal enum Tone
{
    Quiet,
    Good,
    Waiting,
    Bad,
}
