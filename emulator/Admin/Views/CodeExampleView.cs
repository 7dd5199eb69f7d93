using FreedomPaySandbox.Emulator.Signatures;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>The lines that do one step of signing right, in the languages integrators write.</summary>
internal sealed record CodeExampleView(string Php, string CSharp, string JavaScript, string Python, string Go)
{
    public static CodeExampleView From(CodeExample lines) => new(lines.Php, lines.CSharp, lines.JavaScript, lines.Python, lines.Go);
}
