namespace FreedomPaySandbox.Emulator.Web.Dashboard.Words;

/// <summary>A heading, and what it means with the next step.</summary>
internal sealed record Notice(string Title, string Text);
