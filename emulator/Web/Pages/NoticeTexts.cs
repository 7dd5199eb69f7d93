namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>What a notice says: what is the matter, and the next step.</summary>
internal sealed record NoticeTexts(string Title, string Text);
