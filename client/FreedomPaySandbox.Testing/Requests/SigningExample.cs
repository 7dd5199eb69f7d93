namespace FreedomPaySandbox.Testing;

/// <summary>The lines that do one step of signing right.</summary>
/// <param name="Php">In PHP.</param>
/// <param name="CSharp">In C#.</param>
/// <param name="JavaScript">In JavaScript.</param>
/// <param name="Python">In Python.</param>
/// <param name="Go">In Go.</param>
public sealed record SigningExample(string Php, string CSharp, string JavaScript, string Python, string Go);
