namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>The lines that do one step of signing right, in the languages integrators write.</summary>
internal sealed record CodeExample(string Php, string CSharp, string JavaScript, string Python, string Go)
{
    /// <summary>Each language with its lines.</summary>
    public IEnumerable<(string Language, string Code)> All =>
        [("PHP", Php), ("C#", CSharp), ("JS", JavaScript), ("Python", Python), ("Go", Go)];
}
